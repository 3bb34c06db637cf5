// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where JSON goes, piece by piece: into a text (json_text.h), or into values that are changed
// before they are written. So the grammar of an object is written once for both.
#pragma once

#include <concepts>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ibid {

using Json = nlohmann::ordered_json;

// Objects and arrays are ended by whoever began them; in an object, each value follows its key.
class JsonSink {
 public:
  virtual ~JsonSink() = default;

  virtual void begin_object() = 0;
  virtual void end_object() = 0;
  virtual void begin_array() = 0;
  virtual void end_array() = 0;
  virtual void key(std::string_view name) = 0;  // letters, digits and _
  virtual void text(std::string_view value) = 0;
  virtual void number(std::uint64_t value) = 0;
  virtual void real(double value) = 0;
  virtual void truth(bool value) = 0;
  virtual void json(Json value) = 0;

  void member(std::string_view name, std::string_view value) {
    key(name);
    text(value);
  }
  void member(std::string_view name, const char* value) { member(name, std::string_view(value)); }
  void member(std::string_view name, const std::string& value) {
    member(name, std::string_view(value));
  }
  void member(std::string_view name, std::unsigned_integral auto value) {
    key(name);
    if constexpr (std::same_as<decltype(value), bool>) {
      truth(value);
    } else {
      number(value);
    }
  }
  void member(std::string_view name, std::signed_integral auto value) = delete;
  void member(std::string_view name, double value) {
    key(name);
    real(value);
  }
  void member(std::string_view name, Json value) {
    key(name);
    json(std::move(value));
  }
  // Nothing if the value is empty.
  void member_if_any(std::string_view name, std::string_view value) {
    if (!value.empty()) member(name, value);
  }
};

// Makes values.
class JsonTree : public JsonSink {
 public:
  // `root`: lent for the object's life; null, to become the value; or an object, which gets
  // members.
  explicit JsonTree(Json& root) : root_(root) {
    if (root.is_object()) open_.push_back(&root);
  }

  void begin_object() override { open_.push_back(&(next() = Json::object())); }
  void end_object() override { open_.pop_back(); }
  void begin_array() override { open_.push_back(&(next() = Json::array())); }
  void end_array() override { open_.pop_back(); }
  void key(std::string_view name) override { key_ = name; }
  void text(std::string_view value) override { next() = value; }
  void number(std::uint64_t value) override { next() = value; }
  void real(double value) override { next() = value; }
  void truth(bool value) override { next() = value; }
  void json(Json value) override { next() = std::move(value); }

 private:
  // Where the next value goes. Only the innermost that is open grows: the others stay in place.
  Json& next() {
    if (open_.empty()) {
      if (key_.empty()) return root_;
      open_.push_back(&(root_ = Json::object()));
    }
    Json& within = *open_.back();
    if (!within.is_array()) return within[key_];
    within.push_back(nullptr);
    return within.back();
  }

  Json& root_;
  std::vector<Json*> open_;
  std::string key_;
};

}  // namespace ibid
