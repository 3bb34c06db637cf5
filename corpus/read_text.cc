// SPDX-License-Identifier: GPL-2.0-or-later
//
// See read_text.h.
#include "corpus/read_text.h"

#include "corpus/decode.h"
#include "corpus/report_parser.h"

namespace ibid {

Report read_text(std::string_view file_stem, std::string_view bytes, std::string_view report_id,
                 std::optional<Encoding> assumed) {
  return parse_report(decode(bytes, tell_encoding(bytes, assumed)), report_id, file_stem);
}

}  // namespace ibid
