// SPDX-License-Identifier: GPL-2.0-or-later
//
// One page of a JSON document of the API, read as it comes: an audit of ten thousand reports takes
// no more memory than the page.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "search/render/json_sink.h"
#include "tools/serve/messages/http_message.h"

namespace ibid {

struct AnswerParts {
  struct Element {
    std::string array;  // the member of the document that it is an element of
    Json value;
  };
  Json document;                  // the answer without its elements: their arrays are empty
  std::vector<Element> elements;  // those of the page, in their order, whatever their array
  std::uint64_t count = 0;        // of all elements of the answer
};

// Leaves out `offset` elements, and those that come once `most_bytes` are full. `go_on`: asked
// between pieces; once it says false, the rest is not read. Throws what the answer throws, and
// Json::parse_error if it ends short.
AnswerParts read_answer(HttpResponse& response, std::uint64_t offset, std::size_t most_bytes,
                        const std::function<bool()>& go_on);

}  // namespace ibid
