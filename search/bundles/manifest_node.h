// SPDX-License-Identifier: GPL-2.0-or-later
//
// A value of the manifest and its path, for error messages. Every member throws Error{kInput} that
// names the path if the value is missing or of another type. Library-internal.
#pragma once

#include <fmt/core.h>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "corpus/error.h"
#include "search/render/json_lines.h"

namespace ibid {

class ManifestNode {
 public:
  ManifestNode(const Json& json, std::string path) : json_(&json), path_(std::move(path)) {}

  ManifestNode at(const char* name) const {
    const std::string path = path_.empty() ? name : path_ + "." + name;
    const auto it = json_->is_object() ? json_->find(name) : json_->end();
    if (it == json_->end()) throw Error(ErrorKind::kInput, path + " is missing");
    return {*it, path};
  }
  bool is_null() const { return json_->is_null(); }
  bool has(const char* name) const { return json_->is_object() && json_->contains(name); }
  std::string text() const {
    if (!json_->is_string()) wrong("a string");
    return json_->get<std::string>();
  }
  std::string text_or_none(const char* name) const {
    return has(name) ? at(name).text() : std::string();
  }
  std::uint64_t count() const {
    if (!json_->is_number_unsigned()) wrong("a count");
    return json_->get<std::uint64_t>();
  }
  std::uint32_t count32() const {
    if (count() > UINT32_MAX) wrong("a small count");
    return static_cast<std::uint32_t>(count());
  }
  // Points of a page.
  float length() const {
    constexpr double kMost = 1e6;
    if (!json_->is_number()) wrong("a length");
    const auto value = json_->get<double>();
    if (!(value >= -kMost && value <= kMost)) wrong("a length");
    return static_cast<float>(value);
  }
  bool boolean() const {
    if (!json_->is_boolean()) wrong("true or false");
    return json_->get<bool>();
  }
  std::vector<ManifestNode> list() const {
    if (!json_->is_array()) wrong("a list");
    std::vector<ManifestNode> out;
    for (const Json& item : *json_) {
      out.emplace_back(item, fmt::format("{}[{}]", path_, out.size()));
    }
    return out;
  }
  ByteRange range() const {
    const ByteRange out{at("begin").count(), at("end").count()};
    if (out.begin > out.end) wrong("a range");
    return out;
  }
  // Which of `words` it is.
  std::size_t word(std::initializer_list<const char*> words) const {
    std::size_t i = 0;
    for (const char* word : words) {
      if (text() == word) return i;
      ++i;
    }
    wrong("one of the words allowed there");
  }
  [[noreturn]] void wrong(const char* expected) const {
    throw Error(ErrorKind::kInput, fmt::format("{} is not {}", path_, expected));
  }

 private:
  const Json* json_;
  std::string path_;
};

}  // namespace ibid
