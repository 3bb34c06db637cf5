// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/mcp/tools/shorten.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "search/render/json_text.h"

namespace ibid {
namespace {

constexpr std::string_view kCut = "…";

// What names a thing: half of it names another, or nothing.
bool is_name(std::string_view key) {
  constexpr std::array<std::string_view, 8> kNames = {
      "id", "permalink", "report", "sha256", "text_sha256", "type", "cited_as", "fingerprint"};
  return std::ranges::find(kNames, key) != kNames.end();
}

// At the beginning of a character.
std::size_t cut_place(const std::string& text, std::size_t most) {
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
  return most;
}

class Shortening {
 public:
  Shortening(std::size_t most_text, std::size_t most_elements, std::vector<std::string>& cut)
      : most_text_(most_text), most_elements_(most_elements), cut_(cut) {}

  void apply(Json& value, const std::string& path, std::string_view key) {
    if (value.is_string()) {
      cut_text(value, path, key);
    } else if (value.is_array()) {
      cut_list(value, path);
      for (std::size_t i = 0; i < value.size(); ++i) {
        apply(value[i], path + "/" + std::to_string(i), key);
      }
    } else if (value.is_object()) {
      for (auto& [name, member] : value.items()) apply(member, path + "/" + name, name);
      drop_highlights(value);
    }
  }

 private:
  void cut_text(Json& value, const std::string& path, std::string_view key) {
    auto& text = value.get_ref<std::string&>();
    if (text.size() <= most_text_ || is_name(key)) return;
    text.resize(cut_place(text, most_text_ - kCut.size()));
    text += kCut;
    note(path);
  }

  void cut_list(Json& value, const std::string& path) {
    if (value.size() <= most_elements_) return;
    value.erase(value.begin() + static_cast<std::ptrdiff_t>(most_elements_), value.end());
    note(path);
  }

  // Those that reach into what was cut.
  static void drop_highlights(Json& value) {
    const auto highlights = value.find("highlights");
    const auto passage = value.find("passage");
    if (highlights == value.end() || passage == value.end() || !passage->is_object()) return;
    const std::size_t size = passage->value("text", "").size();
    Json kept = Json::array();
    for (const Json& range : *highlights) {
      if (range.value("end", std::uint64_t{0}) <= size) kept.push_back(range);
    }
    *highlights = std::move(kept);
  }

  void note(const std::string& path) {
    if (std::ranges::find(cut_, path) == cut_.end()) cut_.push_back(path);
  }

  std::size_t most_text_, most_elements_;
  std::vector<std::string>& cut_;
};

}  // namespace

std::size_t json_bytes(const Json& value) {
  std::string text;
  append_json(text, value);
  return text.size();
}

void shorten(Json& value, std::size_t most_bytes, const std::string& path,
             std::vector<std::string>& cut) {
  struct Step {
    std::size_t text, elements;
  };
  // From what takes little away to what leaves little.
  constexpr std::array<Step, 9> kSteps = {{{64'000, 1000},
                                           {16'000, 300},
                                           {8'000, 100},
                                           {4'000, 50},
                                           {2'000, 20},
                                           {1'000, 10},
                                           {500, 5},
                                           {200, 3},
                                           {80, 1}}};
  for (const Step& step : kSteps) {
    if (json_bytes(value) <= most_bytes) return;
    Shortening(step.text, step.elements, cut).apply(value, path, "");
  }
}

}  // namespace ibid
