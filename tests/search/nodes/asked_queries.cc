// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/search/nodes/asked_queries.h"

#include <algorithm>
#include <cstdint>
#include <sstream>

namespace ibid::testing {
namespace {

class Asker {
 public:
  explicit Asker(const std::vector<StoredPassage>& passages) : passages_(passages) {}

  AskedQuery ask() {
    passage_ = &passages_[below(passages_.size())];
    words_ = words_of(passage_->text);
    AskedQuery asked;
    asked.query = query(below(22));
    asked.options.limit = 10;
    if (below(4) == 0) asked.options.offset = below(30);
    if (below(6) == 0) asked.options.sort = below(2) == 0 ? Sort::kDate : Sort::kReport;
    if (below(5) == 0) {
      asked.options.facets = {Facet::kSource, Facet::kReport,  Facet::kLanguage,
                              Facet::kDate,   Facet::kSection, Facet::kPublisher};
    }
    if (below(5) == 0) asked.options.explain = Explain::kYes;
    if (below(5) == 0) asked.options.alike = Alike::kFold;
    return asked;
  }

 private:
  static bool is_separator(char c) {
    return std::string_view(" \n\t.,;:!?()[]{}\"'`*#|<>/\\=+~^&%$@_").find(c) !=
           std::string_view::npos;
  }

  static std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text + " ") {
      if (!is_separator(c)) {
        word += c;
      } else if (!word.empty()) {
        if (word.front() != '-' && word != "AND" && word != "OR" && word != "NOT") {
          words.push_back(word);
        }
        word.clear();
      }
    }
    if (words.empty()) words.emplace_back("passage");
    return words;
  }

  std::string word() { return words_[below(words_.size())]; }

  std::string words(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += (i == 0 ? "" : " ") + word();
    return out;
  }

  std::string run(std::size_t count) {
    const std::size_t first = below(words_.size());
    std::string out;
    for (std::size_t i = first; i < std::min(words_.size(), first + count); ++i) {
      out += (i == first ? "" : " ") + words_[i];
    }
    return out;
  }

  std::string misspelt() {
    std::string text = word();
    if (text.size() > 5 && static_cast<unsigned char>(text[3]) < 0x80 &&
        static_cast<unsigned char>(text[4]) < 0x80) {
      std::swap(text[3], text[4]);
    }
    return text;
  }

  std::string name() {
    constexpr const char* kNames[] = {"Putin",         "인도",   "한국은행", "North Korea",
                                      "Xi Jinping",    "러시아", "Michelle", "젤렌스키",
                                      "Bank of Korea", "DPRK",   "S-400",    "F-16"};
    return kNames[below(std::size(kNames))];
  }

  std::string query(std::size_t kind) {
    switch (kind) {
      case 0:
      case 1:
      case 2:
        return words(2 + below(3));
      case 3:
        return run(2 + below(5));
      case 4:
        return name() + " " + word();
      case 5:
        return name();
      case 6:
        return "\"" + run(2 + below(3)) + "\"";
      case 7:
        return "\"" + run(2) + "\" " + word();
      case 8:
        return word() + " NEAR/" + std::to_string(1 + below(8)) + " " + word();
      case 9:
        return word() + " ADJ/" + std::to_string(1 + below(8)) + " " + word();
      case 10:
        return "\"" + run(2) + "\" NEAR/" + std::to_string(2 + below(8)) + " " + word();
      case 11:
        return beginning() + "*";
      case 12:
        return beginning() + "* " + word();
      case 13:
        return "+" + word() + " " + words(2);
      case 14:
        return words(3) + " -" + word();
      case 15:
        return words(2) + " lang:" + (below(2) == 0 ? "en" : "ko");
      case 16:
        return words(2) + " date:2024-0" + std::to_string(1 + below(9)) + "..2025-06";
      case 17:
        return words(1) + " cites:" + (below(2) == 0 ? "any" : "none") + " kind:body";
      case 18:
        return "amount:>" + std::to_string(below(500)) + "m " + word();
      case 19:
        return "percent:" + std::to_string(below(40)) + ".." + std::to_string(40 + below(40));
      case 20:
        return misspelt() + " " + word();
      default:
        return "title:" + word() + " OR section:" + word();
    }
  }

  // Of whole characters.
  std::string beginning() {
    const std::string text = word();
    std::size_t end = std::min<std::size_t>(text.size(), 6);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) ++end;
    return text.substr(0, end);
  }

  // Knuth's MMIX generator.
  std::size_t below(std::size_t count) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>((state_ >> 33U) % count);
  }

  const std::vector<StoredPassage>& passages_;
  const StoredPassage* passage_ = nullptr;
  std::vector<std::string> words_;
  std::uint64_t state_ = 25;
};

}  // namespace

std::vector<AskedQuery> asked_queries(const std::vector<StoredPassage>& passages,
                                      std::size_t count) {
  Asker asker(passages);
  std::vector<AskedQuery> queries;
  while (queries.size() < count) queries.push_back(asker.ask());
  return queries;
}

}  // namespace ibid::testing
