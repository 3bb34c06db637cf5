// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/words/alias_file.h"

#include <toml++/toml.h>

#include "corpus/error.h"
#include "corpus/files/bounded_toml.h"

namespace ibid {
namespace {

constexpr char kExample[] = R"(NAME = "other name" or NAME = ["one", "two"])";
const std::string kForm = std::string("; write ") + kExample;

[[noreturn]] void fail(const std::string& path, const toml::source_region& region,
                       const std::string& what) {
  throw Error(ErrorKind::kInput, path + ":" + std::to_string(region.begin.line) + ": " + what);
}

void add_name(const std::string& path, const toml::node& node, AliasGroup& group) {
  const auto* name = node.as_string();
  if (name == nullptr) {
    fail(path, node.source(), "the alias of " + group.front() + " is not text" + kForm);
  }
  if (name->get().find_first_not_of(" \t\r\n") == std::string::npos) {
    fail(path, node.source(), "an alias of " + group.front() + " is empty" + kForm);
  }
  group.push_back(name->get());
}

}  // namespace

std::vector<AliasGroup> read_alias_file(const std::string& path) {
  const std::string text = read_bounded_toml(path, {.example = kExample});
  toml::table table;
  try {
    table = toml::parse(text, path);
  } catch (const toml::parse_error& error) {
    fail(path, error.source(), std::string(error.description()) + kForm);
  }
  std::vector<AliasGroup> groups;
  for (const auto& [key, node] : table) {
    AliasGroup group{std::string(key.str())};
    if (group.front().empty()) fail(path, node.source(), "a name is empty" + kForm);
    if (const auto* list = node.as_array()) {
      for (const toml::node& element : *list) add_name(path, element, group);
      if (list->empty()) fail(path, node.source(), group.front() + " has no alias" + kForm);
    } else {
      add_name(path, node, group);
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace ibid
