// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/mcp/tools/answer_parts.h"

#include <cstddef>
#include <iterator>
#include <utility>

#include "search/render/json_text.h"

namespace ibid {
namespace {

// The bytes of an answer, in pieces.
class Pieces {
 public:
  Pieces(HttpResponse& response, const std::function<bool()>& go_on)
      : response_(response), go_on_(go_on), piece_(std::move(response.body)) {
    fill();
  }
  bool done() const { return at_ == piece_.size(); }
  char now() const { return piece_[at_]; }
  void advance() {
    ++at_;
    fill();
  }

 private:
  void fill() {
    while (at_ == piece_.size() && response_.more && go_on_()) {
      piece_.clear();
      at_ = 0;
      if (!response_.more(piece_)) response_.more = nullptr;
    }
  }

  HttpResponse& response_;
  const std::function<bool()>& go_on_;
  std::string piece_;
  std::size_t at_ = 0;
};

// For the parser; the end is an iterator without pieces.
class PieceIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  PieceIterator() = default;
  explicit PieceIterator(Pieces& pieces) : pieces_(&pieces) {}
  char operator*() const { return pieces_->now(); }
  PieceIterator& operator++() {
    pieces_->advance();
    return *this;
  }
  PieceIterator operator++(int) {
    PieceIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const PieceIterator& other) const { return ended() == other.ended(); }

 private:
  bool ended() const { return pieces_ == nullptr || pieces_->done(); }
  Pieces* pieces_ = nullptr;
};

// Takes the elements of the page out of the document while it is parsed.
class PageReader {
 public:
  PageReader(AnswerParts& out, std::uint64_t offset, std::size_t most_bytes)
      : out_(out), offset_(offset), most_bytes_(most_bytes) {}

  // Whether the parser is to keep what it has read.
  bool operator()(int depth, Json::parse_event_t event, Json& parsed) {
    constexpr int kMember = 1, kElement = 2;
    using Event = Json::parse_event_t;
    if (event == Event::key && depth == kMember) member_ = parsed.get<std::string>();
    if (depth == kMember && event == Event::array_start) in_array_ = true;
    if (depth == kMember && event == Event::array_end) in_array_ = false;
    if (!in_array_ || depth != kElement) return true;
    if (event == Event::object_start) return begins_element();
    if (event == Event::object_end) take(parsed);
    return event != Event::object_end;
  }

 private:
  bool begins_element() {
    const std::uint64_t number = out_.count++;
    return number >= offset_ && bytes_ < most_bytes_;
  }

  void take(Json& element) {
    if (element.is_discarded()) return;
    std::string text;
    append_json(text, element);
    bytes_ += text.size();
    out_.elements.push_back({member_, std::move(element)});
  }

  AnswerParts& out_;
  std::uint64_t offset_;
  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  std::string member_;
  bool in_array_ = false;
};

}  // namespace

AnswerParts read_answer(HttpResponse& response, std::uint64_t offset, std::size_t most_bytes,
                        const std::function<bool()>& go_on) {
  AnswerParts out;
  Pieces pieces(response, go_on);
  PageReader reader(out, offset, most_bytes);
  out.document = Json::parse(PieceIterator(pieces), PieceIterator(),
                             [&reader](int depth, Json::parse_event_t event, Json& parsed) {
                               return reader(depth, event, parsed);
                             });
  return out;
}

}  // namespace ibid
