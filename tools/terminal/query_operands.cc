// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/terminal/query_operands.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <iostream>

namespace ibid {
namespace {

// Reads one byte more than a query may have, so that the parser reports a longer one.
std::string read_query() {
  std::string out(kMaxQueryBytes + 1, '\0');
  std::cin.read(out.data(), static_cast<std::streamsize>(out.size()));
  out.resize(static_cast<std::size_t>(std::cin.gcount()));
  while (!out.empty() && (out.back() == '\n' || out.back() == '\r')) out.pop_back();
  return out;
}

}  // namespace

std::string query_of(const Operands& words) {
  if (words.size() == 1 && words[0] == "-") return read_query();
  return fmt::format("{}", fmt::join(words, " "));
}

void AliasOptions::add(CLI::App& app) {
  CLI::Option* as_typed = app.add_flag(
      "--literal", literal,
      "search only for the words as typed: India then finds neither 인도 nor aliases from "
      "reports");
  app.add_option("--aliases", file,
                 "a TOML file of names for the same thing, instead of aliases.toml in the index")
      ->type_name("FILE")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast)
      ->excludes(as_typed);
}

}  // namespace ibid
