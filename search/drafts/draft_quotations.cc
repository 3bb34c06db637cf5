// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/drafts/draft_quotations.h"

#include <algorithm>

#include "corpus/markdown/markdown_text.h"
#include "corpus/report/source_id.h"
#include "corpus/sentences/sentences.h"
#include "corpus/text/code_points.h"
#include "corpus/text/unmarked_text.h"
#include "search/audit/sentences/quotations.h"

namespace ibid {
namespace {

constexpr std::size_t kAttributionBytes = 60;  // on each side of the quotation

// Lines of a draft that belong together, joined by a space, without what they begin with.
struct Block {
  std::string text;
  std::vector<TextSpan> spans;  // to the draft
  bool quoted = false;          // ">"

  void add(std::string_view line, std::uint64_t begin) {
    if (line.empty()) return;
    if (!text.empty()) text += ' ';
    append_span(spans, {text.size(), begin, line.size(), line.size()});
    text += line;
  }
};

// What stands before the text of a line: white space, ">", a bullet.
std::size_t text_begin(std::string_view line, bool& quoted, bool& begins) {
  std::size_t at = skip_spaces(line, 0);
  quoted = at < line.size() && line[at] == '>';
  while (at < line.size() && line[at] == '>') at = skip_spaces(line, at + 1);
  if (quoted) return at;
  const std::string_view rest = line.substr(at);
  for (const std::string_view bullet : {"- ", "* ", "+ ", "• ", "ㅇ ", "○ ", "# ", "## ", "### "}) {
    begins = begins || rest.starts_with(bullet);
    if (rest.starts_with(bullet)) return skip_spaces(line, at + bullet.size());
  }
  return at;
}

std::vector<Block> blocks_of(std::string_view draft) {
  std::vector<Block> blocks;
  bool open = false, fenced = false;
  for (std::size_t begin = 0; begin < draft.size();) {
    const std::size_t end = std::min(draft.find('\n', begin), draft.size());
    std::string_view line = draft.substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    bool quoted = false, begins = false;
    const std::size_t at = text_begin(line, quoted, begins);
    const bool fence = line.substr(at).starts_with("```") || line.substr(at).starts_with("~~~");
    fenced = fenced != fence;
    const std::string_view content = trim(line.substr(at));
    open = open && !begins && !content.empty() && !fence && blocks.back().quoted == quoted;
    if (!content.empty() && !fence && !fenced) {
      if (!open) blocks.push_back({{}, {}, quoted});
      blocks.back().add(content, begin + at);
      open = true;
    }
    begin = end + 1;
  }
  return blocks;
}

bool is_dash(std::string_view text) {
  return text.starts_with("—") || text.starts_with("–") || text.starts_with("--") ||
         text.starts_with("- ");
}

// The last characters of `text` in at most kAttributionBytes, from a word on.
std::string_view tail(std::string_view text) {
  text = trim(text);
  if (text.size() <= kAttributionBytes) return text;
  const std::size_t space = text.find(' ', text.size() - kAttributionBytes);
  return space == std::string_view::npos ? std::string_view() : trim(text.substr(space));
}

std::string_view head(std::string_view text) {
  text = trim(text);
  if (text.size() <= kAttributionBytes) return text;
  const std::size_t space = text.rfind(' ', kAttributionBytes);
  return space == std::string_view::npos ? std::string_view() : trim(text.substr(0, space));
}

class DraftReader {
 public:
  DraftReader(std::string_view draft, DraftForm form) : draft_(draft), form_(form) {}

  std::vector<DraftQuotation> read() {
    std::string_view before;  // the text before a block quote
    const std::vector<Block> blocks = blocks_of(draft_);
    bool after_quoted = false;
    for (const Block& block : blocks) {
      if (block.quoted && after_quoted && is_dash(block.text) && !found_.empty()) {
        found_.back().attribution = seen(block, {0, block.text.size()});
      } else if (block.quoted) {
        read_quoted(block, before);
      } else {
        read_text(block);
        before = block.text;
      }
      after_quoted = block.quoted;
    }
    return std::move(found_);
  }

 private:
  // `range` of the block as a reader sees it, on one line.
  std::string seen(const Block& block, ByteRange range) const {
    const std::string_view text = trim(slice(block.text, range));
    if (form_ == DraftForm::kPlain) return std::string(text);
    return std::string(trim(UnmarkedText(text, read_markdown(text).markup).text()));
  }

  void add(const Block& block, ByteRange range, DraftQuotation quotation) {
    quotation.text = seen(block, range);
    if (quotation.text.empty()) return;
    quotation.is_block = block.quoted;
    const ByteRange in_draft = file_range(block.spans, trim(block.text, range));
    while (counted_ < in_draft.begin) {
      const char32_t c = next_code_point(draft_, counted_);
      ++column_;
      if (c != U'\n') continue;
      ++line_;
      column_ = 1;
    }
    quotation.line = line_;
    quotation.column = column_;
    found_.push_back(std::move(quotation));
  }

  void read_quoted(const Block& block, std::string_view before) {
    DraftQuotation quotation;
    ByteRange range{0, block.text.size()};
    for (const CitationMark& mark : find_citation_marks(block.text)) {
      take_sources(mark, quotation);
      if (trim(std::string_view(block.text).substr(mark.text.end)).empty()) {
        range.end = mark.text.begin;
      }
    }
    // A last line "— name".
    for (const TextSpan& span : block.spans) {
      const std::string_view line = std::string_view(block.text).substr(span.text_begin);
      if (span.text_begin == 0 || span.text_begin >= range.end || !is_dash(line)) continue;
      quotation.attribution = seen(block, {span.text_begin, range.end});
      range.end = span.text_begin;
      break;
    }
    if (quotation.attribution.empty()) quotation.attribution = tail(before);
    range = trim(block.text, range);
    add(block, range, std::move(quotation));
  }

  void read_text(const Block& block) {
    const std::vector<ByteRange> quotations = find_quotations(block.text, Quoted::kAny);
    if (quotations.empty()) return;
    const std::vector<CitationMark> marks = find_citation_marks(block.text);
    const std::vector<ByteRange> sentences = split_sentences(block.text, marks);
    for (const ByteRange range : quotations) {
      ByteRange around = range;
      for (const ByteRange sentence : sentences) {
        if (!overlaps(sentence, range)) continue;
        around.begin = std::min(around.begin, sentence.begin);
        around.end = std::max(around.end, sentence.end);
      }
      DraftQuotation quotation;
      std::uint64_t end = around.end;
      for (const CitationMark& mark : marks) {
        if (!overlaps(mark.text, around) || mark.text.begin < range.end) continue;
        take_sources(mark, quotation);
        end = std::min(end, mark.text.begin);
      }
      quotation.attribution = attribution(block, range, {around.begin, end});
      add(block, range, std::move(quotation));
    }
  }

  // The rest of the sentence, without the quotation and its marks.
  std::string attribution(const Block& block, ByteRange range, ByteRange around) const {
    std::size_t open = range.begin;
    previous_code_point(block.text, open);
    std::size_t close = range.end;
    next_code_point(block.text, close);
    const std::string before = seen(block, {around.begin, std::max(open, around.begin)});
    const std::string after = seen(block, {std::min(close, around.end), around.end});
    const std::string_view said = head(after);
    const bool words = std::any_of(said.begin(), said.end(), [](char c) {
      return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
    });
    std::string out(tail(before));
    if (out.empty() && !words) return out;
    out += out.empty() ? "…" : " …";
    if (words) out += (is_ascii_letter(said[0]) ? " " : "") + std::string(said);
    return out;
  }

  static void take_sources(const CitationMark& mark, DraftQuotation& quotation) {
    for (const MarkedSource& source : mark.sources) quotation.sources.push_back(source.source);
  }

  std::string_view draft_;
  DraftForm form_;
  std::vector<DraftQuotation> found_;
  std::size_t counted_ = 0;  // bytes whose lines are counted
  std::uint64_t line_ = 1, column_ = 1;
};

}  // namespace

std::vector<DraftQuotation> find_draft_quotations(std::string_view draft, DraftForm form) {
  return DraftReader(draft, form).read();
}

}  // namespace ibid
