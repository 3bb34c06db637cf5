// SPDX-License-Identifier: GPL-2.0-or-later
//
// See plain_contents.h.
#include "corpus/layout/plain_contents.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "corpus/layout/contents.h"
#include "corpus/layout/heading.h"
#include "corpus/layout/line_title.h"
#include "corpus/layout/outline.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kMaxEntries = 500;  // of contents

// "Ⅰ. 조선업 현황", "1. 조선업 현황" and "1 조선업 현황" -> "조선업 현황"
std::string_view without_number(std::string_view title) {
  if (const NumberedTitle numbered = parse_numbered_title(title); numbered.found) {
    return numbered.title;
  }
  const SignedTitle with_sign = parse_signed_title(title);
  if (with_sign.sign != TitleSign::kNone) return with_sign.title;
  const std::size_t number = title.find_first_not_of("0123456789.");
  const bool numbered = number != std::string_view::npos && number > 0 && title[number] == ' ';
  return numbered ? trim(title.substr(number)) : title;
}

// Equal for an entry and its heading.
std::string folded_title(std::string_view title) {
  std::string folded;
  for (std::size_t at = 0; at < title.size();) {
    const std::size_t begin = at;
    if (is_space(next_code_point(title, at))) continue;
    folded += title.substr(begin, at - begin);
  }
  if (folded.ends_with(':')) folded.pop_back();
  return ascii_lower(folded);
}

struct Line {
  LinePosition position;
  ByteRange bytes;
};

struct LastHeading {  // with a title
  LinePosition position;
  std::string number;
};

class Reader {
 public:
  Reader(std::string_view text, std::size_t begin, const TextMarks* markdown, LinePosition title)
      : text_(text) {
    BlockReader reader(text, begin, markdown);
    for (LinePosition at; const auto block = reader.next(); at = {at.block + 1, 0}) {
      if (at.block < title.block) continue;
      if (at.block > title.block) note_heading(*block, at);
      for (; at.line < block->lines.size() && lines_.size() < kMaxEntries; ++at.line) {
        if (at > title) lines_.push_back({at, block->lines[at.line]});
      }
    }
  }

  PlainContents read() const {
    PlainContents contents;
    int repeated = 0;
    for (const Line& line : lines_) {
      const std::string_view title = without_number(contents_title(slice(text_, line.bytes)));
      const auto found = headings_.find(folded_title(title));
      const bool repeats = found != headings_.end() && found->second.position > line.position;
      repeated += repeats ? 1 : 0;
      // One that is missing below is still listed among the others.
      const bool among = repeated > 0 && line.position == contents.end;
      if (!repeats && (!among || ends_like_sentence(title))) break;
      contents.entries.push_back(
          {repeats ? found->second.number : "", std::string(title), line.bytes});
      contents.end = after(line.position);
    }
    constexpr int kLeast = 2;
    if (repeated < kLeast) return {};
    return contents;
  }

 private:
  void note_heading(const Block& block, LinePosition at) {
    const Heading heading = read_heading(text_, block);
    if (heading) headings_[folded_title(heading.title)] = {at, heading.number};
  }

  std::string_view text_;
  std::vector<Line> lines_;  // below the title
  std::unordered_map<std::string, LastHeading> headings_;
};

}  // namespace

PlainContents read_plain_contents(std::string_view text, std::size_t begin,
                                  const TextMarks* markdown, LinePosition title) {
  return Reader(text, begin, markdown, title).read();
}

}  // namespace ibid
