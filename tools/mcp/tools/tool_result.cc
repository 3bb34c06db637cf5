// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/mcp/tools/tool_result.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "tools/mcp/tools/answer_words.h"
#include "tools/mcp/tools/element_words.h"
#include "tools/mcp/tools/shorten.h"

namespace ibid {
namespace {

// Of the members around the answer, the page and the words about it.
constexpr std::size_t kFrameBytes = 1000;

// Says in words, beside each list of citations, how many sources there are.
void add_attribution(Json& value) {
  if (value.is_array()) {
    for (Json& item : value) add_attribution(item);
  } else if (value.is_object()) {
    for (auto& [name, member] : value.items()) add_attribution(member);
    const auto citations = value.find("citations");
    if (citations == value.end() || !citations->is_array()) return;
    value["attribution"] = attribution_words(*citations);
  }
}

// Hits are links, so that a person can attach one.
std::optional<Json> link_to(const Json& element) {
  const auto type = element.find("type");
  if (type == element.end() || (*type != "hit" && *type != "similar")) return {};
  const std::string permalink = element.at("passage").at("permalink").get<std::string>();
  return Json{{"type", "resource_link"},
              {"uri", resource_uri("passage", permalink)},
              {"name", permalink},
              {"mimeType", "text/plain"}};
}

// `value` and what is said of it, as they are sent.
struct Told {
  explicit Told(const Json& value) : words(element_words(value)), link(link_to(value)) {
    bytes = json_bytes(value) + json_bytes(words) + (link ? json_bytes(*link) : 0) + 2;
  }
  std::string words;
  std::optional<Json> link;
  std::size_t bytes = 0;
};

// One result while it is filled.
class Filling {
 public:
  Filling(const ToolCall& call, AnswerParts& parts, const PageFacts& facts)
      : parts_(parts), facts_(facts), left_(call.max_bytes - kFrameBytes), tool_(*call.tool) {
    shorten(parts.document, left_ / 3, "", cut_);
    add_attribution(parts.document);
    words_ = document_words(parts.document);
    left_ -= std::min(left_, json_bytes(parts.document) + json_bytes(words_));
  }

  void fill() {
    for (AnswerParts::Element& element : parts_.elements) {
      const std::uint64_t count = element.value.value("rank", std::uint64_t{0});
      if (!add(element)) break;
      ++returned_;
      last_rank_ = count;
    }
  }

  Json result() {
    const Json page = this->page();
    std::string words = page_words(tool_, parts_.document, page) + words_;
    for (const std::string& told : told_) words += told;
    Json content = Json::array({{{"type", "text"}, {"text", std::move(words)}}});
    for (Json& link : links_) content.push_back(std::move(link));
    set_returned();
    parts_.document["page"] = page;
    return {{"content", std::move(content)},
            {"structuredContent", std::move(parts_.document)},
            {"isError", false}};
  }

 private:
  bool add(AnswerParts::Element& element) {
    Json& array = parts_.document[element.array];
    const std::string path = fmt::format("/{}/{}", element.array, array.size());
    element.value.erase("selectors");  // they say the text once more
    add_attribution(element.value);
    Told told(element.value);
    // A page has at least one element. Shortened text is in the result twice, so it may take half.
    for (std::size_t most = left_ / 2; returned_ == 0 && told.bytes > left_ && most > 100;
         most /= 2) {
      shorten(element.value, most, path, cut_);
      told = Told(element.value);
    }
    if (told.bytes > left_) return false;
    left_ -= told.bytes;
    array.push_back(std::move(element.value));
    told_.push_back(std::move(told.words));
    if (told.link) links_.push_back(*std::move(told.link));
    return true;
  }

  Json page() const {
    Json out = {{"matches", facts_.matches},
                {"matches_exact", facts_.exact},
                {"offset", facts_.offset},
                {"returned", returned_}};
    const bool by_rank = tool_.pages == Tool::Pages::kOfAnswer;
    const std::uint64_t next = by_rank ? last_rank_ : facts_.offset + returned_;
    if (facts_.more || returned_ < parts_.elements.size()) out["next_offset"] = next;
    if (!cut_.empty()) out["shortened"] = cut_;
    return out;
  }

  // Where an object of the answer says how many it has, it counts those that are here.
  void set_returned() {
    for (auto& [name, member] : parts_.document.items()) {
      if (member.is_object() && member.contains("returned")) member["returned"] = returned_;
    }
  }

  AnswerParts& parts_;
  const PageFacts& facts_;
  std::size_t left_;  // bytes
  const Tool& tool_;
  std::string words_;
  std::vector<std::string> told_, cut_;
  std::vector<Json> links_;
  std::uint64_t returned_ = 0, last_rank_ = 0;
};

void expect_fits(const ToolCall& call, const Json& result) {
  if (json_bytes(result) <= call.max_bytes) return;
  throw ToolError(
      fmt::format("the answer does not fit into {} bytes, even shortened; ask again "
                  "with a larger max_bytes",
                  call.max_bytes));
}

}  // namespace

Json tool_result(const ToolCall& call, AnswerParts parts, const PageFacts& facts) {
  Filling filling(call, parts, facts);
  filling.fill();
  Json out = filling.result();
  const Json& page = out.at("structuredContent").at("page");
  if (!parts.elements.empty() && page.at("returned") == 0) {
    throw ToolError(
        fmt::format("not even the beginning of the first of the {} fits into {} bytes; "
                    "ask again with a larger max_bytes",
                    call.tool->things, call.max_bytes));
  }
  expect_fits(call, out);
  return out;
}

Json text_result(const ToolCall& call, const std::string& text, std::uint64_t returned,
                 std::uint64_t matches) {
  Json page = {{"matches", matches},
               {"matches_exact", true},
               {"offset", call.offset},
               {"returned", returned}};
  if (call.offset + returned < matches) page["next_offset"] = call.offset + returned;
  const std::string words =
      page_words(*call.tool, Json::object(), page) + "text: " + in_quotes(text);
  Json out = {{"content", Json::array({{{"type", "text"}, {"text", words + "\n"}}})},
              {"structuredContent", {{"text", text}, {"page", std::move(page)}}},
              {"isError", false}};
  return json_bytes(out) <= call.max_bytes ? out : Json();
}

Json error_result(const std::string& sentence) {
  return {{"content", Json::array({{{"type", "text"}, {"text", sentence}}})}, {"isError", true}};
}

// RFC 6570, {+id}: reserved characters stay.
std::string resource_uri(std::string_view kind, std::string_view id) {
  constexpr std::string_view kKept = "-._~:/?#[]@!$&'()*+,;=";
  std::string out = fmt::format("ibid://{}/", kind);
  for (const char c : id) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       kKept.find(c) != std::string_view::npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace ibid
