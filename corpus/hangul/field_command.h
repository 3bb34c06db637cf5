// SPDX-License-Identifier: GPL-2.0-or-later
//
// The commands that fields of HWP and HWPX hold as text.
#pragma once

#include <string>
#include <string_view>

namespace ibid {

// "http\://example.org/;1;0;0;" -> "http://example.org/". Empty for what is not http or https.
std::string link_of_command(std::string_view command);

// "Clickhere:set:28:Direction:wstring:7:이름을 쓰세요 HelpState:…" -> "이름을 쓰세요"; empty if
// there is no such text.
std::string guide_of_command(std::string_view command);

}  // namespace ibid
