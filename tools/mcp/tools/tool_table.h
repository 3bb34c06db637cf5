// SPDX-License-Identifier: GPL-2.0-or-later
//
// The tools, each an address of the API (docs/api.md): the same question, the same objects in the
// answer. What differs is written here, once: names that a model understands, and which arguments
// make sense for it. Their schemas come from openapi.json.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace ibid {

struct ToolArgument {
  std::string_view name;
  std::string_view parameter;         // of the address; "{id}": the end of its path
  std::string_view description = {};  // empty: that of the parameter
};

struct Tool {
  // How an answer is divided into pages.
  enum class Pages : std::uint8_t {
    kOfAnswer,    // by the address itself, with `offset` and `limit`
    kOfElements,  // by the elements of its arrays, in their order
    kOfTexts,     // by the texts of the question, as each takes its time
    kOfNames,     // by the things that the question names, as their answer may be one text
    kOne,         // it is short
  };

  std::string_view name;
  std::string_view title;
  std::string_view description;
  std::string_view address;  // as in openapi.json
  // Texts sent as the body of a POST; empty: a GET.
  std::string_view body;
  std::span<const ToolArgument> arguments;  // beside the body, `offset` and `max_bytes`
  std::string_view answer;                  // the schema of openapi.json
  Pages pages = Pages::kOfElements;
  std::string_view things;  // what its pages consist of; "passages"
};

// In the order in which they are listed.
std::span<const Tool> all_tools();

// Nothing if there is none of this name.
const Tool* find_tool(std::string_view name);

}  // namespace ibid
