// SPDX-License-Identifier: GPL-2.0-or-later
//
// Notes and marks that stand for a source named above: "Ibid., p. 5", "위의 글, 31쪽",
// "Tetley, op. cit., p. 1051", "한국해양수산개발원, 앞의 책, 101-104쪽".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ibid {

struct StandIn {
  std::string name;     // before "op. cit."; empty for the source right above
  std::string locator;  // as Citation::locator
};

// Reads `words` as one whole note or mark, without number and brackets.
std::optional<StandIn> find_stand_in(std::string_view words);

}  // namespace ibid
