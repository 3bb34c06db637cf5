// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/questions/parameters.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "search/render/wording.h"
#include "tools/serve/questions/problem.h"

namespace ibid {

void Parameters::refuse(std::string_view name, const std::string& why, const std::string& korean) {
  throw ProblemError({.kind = HttpProblem::Kind::kBadParameter,
                      .detail = why,
                      .parameter = std::string(name),
                      .korean = korean});
}

void Parameters::refuse_long(std::string_view name, std::size_t bytes, std::size_t most) {
  refuse(name, fmt::format("{} has {} bytes; at most {} are read", name, bytes, most),
         fmt::format("{}: {}바이트입니다. {}바이트까지만 읽습니다.", name, bytes, most));
}

void Parameters::refuse_word(std::string_view name, std::string_view word,
                             const std::vector<std::string_view>& known) {
  const std::string given = quoted_excerpt(word);
  refuse(name, fmt::format("{}: \"{}\" is not one of {}", name, given, fmt::join(known, ", ")),
         fmt::format("{}: “{}” 값은 쓸 수 없습니다. 쓸 수 있는 값: {}", name, given,
                     fmt::join(known, ", ")));
}

void Parameters::ask(std::string_view name) {
  if (std::ranges::find(asked_, name) == asked_.end()) asked_.emplace_back(name);
}

const std::string* Parameters::find(std::string_view name) {
  ask(name);
  const std::string* found = nullptr;
  for (const auto& [key, value] : fields_) {
    if (key != name) continue;
    if (found != nullptr) {
      refuse(name, fmt::format("{} is given twice; give it once", name),
             fmt::format("{}: 두 번 있습니다. 한 번만 쓰십시오.", name));
    }
    found = &value;
  }
  return found;
}

bool Parameters::has(std::string_view name) const {
  return std::ranges::any_of(
      fields_, [&](const auto& field) { return field.first == name && !field.second.empty(); });
}

std::string Parameters::text(std::string_view name, std::size_t most_bytes) {
  const std::string* value = find(name);
  if (value == nullptr) return {};
  if (value->size() > most_bytes) refuse_long(name, value->size(), most_bytes);
  return *value;
}

std::string Parameters::needed_text(std::string_view name, std::size_t most_bytes) {
  std::string value = text(name, most_bytes);
  if (value.find_first_not_of(" \t\r\n") == std::string::npos) {
    refuse(name, fmt::format("{} is missing or empty", name),
           fmt::format("{}: 없거나 비어 있습니다.", name));
  }
  return value;
}

std::optional<std::uint64_t> Parameters::count(std::string_view name, std::uint64_t least,
                                               std::uint64_t most) {
  const std::string* value = find(name);
  if (value == nullptr || value->empty()) return {};
  std::uint64_t number = 0;
  const char* end = value->data() + value->size();
  const auto [stop, error] = std::from_chars(value->data(), end, number);
  if (error != std::errc() || stop != end || number < least || number > most) {
    const std::string given = quoted_excerpt(*value);
    refuse(name,
           fmt::format("{}: \"{}\" is not a whole number from {} to {}", name, given, least, most),
           fmt::format("{}: “{}” 대신 {}부터 {}까지의 정수를 쓰십시오.", name, given, least, most));
  }
  return number;
}

bool Parameters::flag(std::string_view name, bool otherwise) {
  const std::string* value = find(name);
  if (value == nullptr) return otherwise;
  for (const std::string_view yes : {"true", "1", "yes", "on"}) {
    if (*value == yes) return true;
  }
  for (const std::string_view no : {"false", "0", "no", "off"}) {
    if (*value == no) return false;
  }
  const std::string given = quoted_excerpt(*value);
  refuse(name, fmt::format("{}: \"{}\" is neither true nor false", name, given),
         fmt::format("{}: “{}” 대신 true나 false를 쓰십시오.", name, given));
}

std::vector<std::string> Parameters::texts(std::string_view name, std::size_t most_bytes,
                                           std::size_t most) {
  ask(name);
  std::vector<std::string> out;
  for (const auto& [key, value] : fields_) {
    if (key != name || value.empty()) continue;
    if (value.size() > most_bytes) refuse_long(name, value.size(), most_bytes);
    if (out.size() == most) {
      refuse(name, fmt::format("{} is given more than {} times", name, most),
             fmt::format("{}: {}번보다 많이 있습니다.", name, most));
    }
    out.push_back(value);
  }
  return out;
}

std::vector<std::string> Parameters::words(std::string_view name) {
  constexpr std::size_t kMostWords = 200;
  std::vector<std::string> out;
  for (const std::string& value : texts(name, kMostWordBytes * 10, kMostWords)) {
    for (std::size_t begin = 0; begin <= value.size();) {
      const std::size_t comma = std::min(value.find(',', begin), value.size());
      std::string word = value.substr(begin, comma - begin);
      begin = comma + 1;
      if (!word.empty() && std::ranges::find(out, word) == out.end()) out.push_back(word);
      if (out.size() > kMostWords) {
        refuse(name, fmt::format("{} has too many words", name),
               fmt::format("{}: 낱말이 너무 많습니다.", name));
      }
    }
  }
  return out;
}

void Parameters::finish() const {
  for (const auto& [name, value] : fields_) {
    if (std::ranges::find(asked_, name) != asked_.end()) continue;
    const std::string given = quoted_excerpt(name);
    refuse(name,
           fmt::format("there is no parameter \"{}\" here; there {}{}", given,
                       asked_.empty() ? "is none" : "are ", fmt::join(asked_, ", ")),
           fmt::format("“{}” 매개변수는 여기에 없습니다. 있는 것: {}", given,
                       asked_.empty() ? "없음" : fmt::format("{}", fmt::join(asked_, ", "))));
  }
}

}  // namespace ibid
