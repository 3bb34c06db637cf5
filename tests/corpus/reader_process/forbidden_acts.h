// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a reader that has been taken over would try. Each returns how the system answers.
#pragma once

#include <string>

namespace ibid {

// `act`: "socket", "fork", "read /etc/passwd" …; "done" if the system did it, else the name of the
// error, "EPERM".
std::string try_act(const std::string& act);

}  // namespace ibid
