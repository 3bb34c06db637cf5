// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/terminal/passage_operand.h"

#include <fmt/core.h>

#include "corpus/error.h"
#include "search/render/wording.h"

namespace ibid {

PassageRef passage_operand(const std::string& text) {
  auto ref = parse_passage_ref(text);
  if (ref && !ref->locator.empty()) return *std::move(ref);
  throw Error(ErrorKind::kUsage,
              fmt::format("\"{}\" is not a passage id; one is like report#7-2.1, or with a hash "
                          "report#7-2.1@3f9a12c40b77",
                          quoted_excerpt(text)));
}

}  // namespace ibid
