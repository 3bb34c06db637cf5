// SPDX-License-Identifier: GPL-2.0-or-later
//
// Claims in a table for a terminal: at most three lines each, the claim on the left; on the right
// its best passage, what that cites, and what it says differently or does not have.
#include <fmt/core.h>

#include <algorithm>

#include "corpus/text/code_points.h"
#include "corpus/text/display_width.h"
#include "search/claims/render_claim.h"
#include "search/render/escape_terminal.h"
#include "search/render/passage_lines.h"
#include "search/render/wrap_text.h"

namespace ibid {
namespace {

constexpr std::size_t kMostLines = 3;  // of a claim
constexpr std::size_t kGap = 2;        // columns between the columns of the table
constexpr std::size_t kNarrow = 60;    // columns: below, the right column goes under the left one

std::string padded(std::string text, std::size_t columns) {
  const std::size_t width = display_width(text);
  if (width < columns) text.append(columns - width, ' ');
  return text;
}

// In lines no wider than `columns`, the last one cut if there are more than kMostLines.
std::vector<std::string> lines_of(const std::string& text, std::size_t columns) {
  std::vector<std::string> out;
  const std::vector<ByteRange> lines = wrap_text(text, columns);
  for (std::size_t i = 0; i < std::min(lines.size(), kMostLines); ++i) {
    const bool cut = i + 1 == kMostLines && lines.size() > kMostLines;
    const ByteRange rest{lines[i].begin, cut ? text.size() : lines[i].end};
    out.push_back(cut_to_width(slice(text, rest), columns));
  }
  return out;
}

// "seoul-markets-2024-09-05#3-1.1", cut in its middle if it is wider than `columns`: the end says
// which passage, the beginning which report.
std::string short_id(const std::string& id, std::size_t columns) {
  if (display_width(id) <= columns) return id;
  const std::size_t hash = id.rfind('#');
  const std::string place = hash == std::string::npos ? "" : id.substr(hash);
  const std::size_t room = display_width(place) < columns ? columns - display_width(place) : 1;
  return cut_to_width(cut_to_width(id.substr(0, id.size() - place.size()), room) + place, columns);
}

class ClaimTable final : public ClaimRenderer {
 public:
  explicit ClaimTable(TextLayout layout) : layout_(std::move(layout)) {
    const std::size_t columns = std::max<std::size_t>(layout_.columns, 30);
    narrow_ = columns < kNarrow;
    const std::size_t room = columns - kNumber - kGap;
    left_ = narrow_ ? room + kGap : room * 9 / 20;
    right_ = narrow_ ? room + kGap : room - left_;
  }

  std::string begin() const override {
    Page page(layout_);
    const std::string head = padded("", kNumber) + padded("claim", left_ + kGap);
    if (!narrow_) page.line(0, Role::kFaint, head + "best passage, source, differences");
    return page.take();
  }

  std::string claim(const LineOrigin& origin, const ClaimAnswer& answer) const override {
    Page page(layout_);
    const std::string number = escape_terminal(
        origin.id.empty() ? (origin.line > 0 ? std::to_string(origin.line) : "") : origin.id);
    const std::vector<std::string> left = lines_of(escape_prose(answer.claim), left_);
    const std::vector<LinePart> right = right_column(answer);
    const std::string first = padded(cut_to_width(number, kNumber - 1), kNumber);
    if (narrow_) {
      add_stacked(page, first, left, right);
      return page.take();
    }
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
      const std::string words = i < left.size() ? left[i] : "";
      std::vector<LinePart> parts = {{Role::kFaint, i == 0 ? first : padded("", kNumber)}};
      const bool more = i < right.size() && !right[i].text.empty();
      parts.push_back({Role::kPlain, more ? padded(words, left_ + kGap) : words});
      if (more) parts.push_back(right[i]);
      page.line(0, parts);
    }
    return page.take();
  }

  std::string error(const LineOrigin&, const std::string&) const override { return {}; }

  std::string end(const ClaimTotals& totals) const override {
    Page page(layout_);
    page.prose(0,
               plain(totals_text(totals) + "; --long shows all that was compared", Role::kFaint));
    page.prose(0, plain(kClaimNote, Role::kFaint));
    return page.take();
  }

 private:
  static constexpr std::size_t kNumber = 4;  // columns

  std::vector<LinePart> right_column(const ClaimAnswer& answer) const {
    if (answer.passages.empty()) {
      const double nearest = answer.certificate ? answer.certificate->nearest : 0;
      return {{Role::kWarning, "no passage found"},
              {Role::kFaint, cut("the nearest holds " + share_text(nearest) + " of it")}};
    }
    const ClaimEvidence& best = answer.passages[0];
    std::string alike;
    if (!best.alike.empty()) alike = fmt::format(" +{} alike", best.alike.size());
    const std::size_t room = right_ > alike.size() + 10 ? right_ - alike.size() : right_;
    const ClaimSources sources = claim_sources(best);
    const std::vector<std::string>& cited =
        sources.sentence.empty() ? sources.elsewhere : sources.sentence;
    std::string source = sources_text(best);
    if (!cited.empty()) source = source_words(best.passage, cited[0]);
    if (cited.size() > 1) source = fmt::format("+{} {}", cited.size() - 1, source);
    return {{Role::kId, short_id(escape_terminal(best.passage.id), room) + alike},
            {Role::kFaint, cut(escape_prose(source))},
            differences(answer, best)};
  }

  LinePart differences(const ClaimAnswer& answer, const ClaimEvidence& best) const {
    std::vector<std::string> items;
    for (const ClaimDifference& each : best.differences) items.push_back(difference_text(each));
    if (!items.empty()) return {Role::kWarning, cut(escape_prose(joined(items, "; ")))};
    for (const HeldUnit& held : best.held) {
      const ClaimUnit& unit = answer.units[held.unit];
      if (held.form == "rounded") items.push_back(rounding_text(unit, held));
    }
    std::vector<std::string> lacked;
    for (const std::size_t unit : best.lacked) {
      if (answer.units[unit].counts) lacked.push_back(answer.units[unit].text);
    }
    if (!lacked.empty()) items.push_back("without " + joined(lacked, ", "));
    return {Role::kPlain, cut(escape_prose(joined(items, "; ")))};
  }

  void add_stacked(Page& page, const std::string& first, const std::vector<std::string>& left,
                   const std::vector<LinePart>& right) const {
    for (std::size_t i = 0; i < left.size(); ++i) {
      page.line(0, {{Role::kFaint, i == 0 ? first : padded("", kNumber)}, {Role::kTitle, left[i]}});
    }
    for (const LinePart& part : right) {
      if (!part.text.empty()) page.line(kNumber, {part});
    }
  }

  std::string cut(const std::string& text) const { return cut_to_width(text, right_); }

  TextLayout layout_;
  bool narrow_ = false;
  std::size_t left_ = 0, right_ = 0;
};

}  // namespace

std::unique_ptr<ClaimRenderer> claim_table(const TextLayout& layout) {
  return std::make_unique<ClaimTable>(layout);
}

}  // namespace ibid
