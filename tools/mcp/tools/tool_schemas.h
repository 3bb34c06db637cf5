// SPDX-License-Identifier: GPL-2.0-or-later
//
// The schemas of arguments and answers, taken from openapi.json: JSON Schema 2020-12, each complete
// in itself, as a model or a client sees one tool at a time.
#pragma once

#include <cstddef>

#include "search/render/json_sink.h"
#include "tools/mcp/tools/tool_table.h"

namespace ibid {

// `max_bytes`: of a whole result.
inline constexpr std::size_t kLeastResultBytes = 4096;
inline constexpr std::size_t kResultBytes = std::size_t{16} * 1024;
inline constexpr std::size_t kMostResultBytes = 1'000'000;

class ToolSchemas {
 public:
  ToolSchemas();

  Json input(const Tool& tool) const;
  Json output(const Tool& tool) const;

  // The parameter of the address, as openapi.json describes it.
  const Json& parameter(const Tool& tool, std::string_view name) const;

 private:
  const Json& operation(const Tool& tool) const;
  const Json& resolved(const Json& reference) const;
  Json definitions(const Json& schema) const;

  Json api_;
};

}  // namespace ibid
