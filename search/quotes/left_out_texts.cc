// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/left_out_texts.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

#include "corpus/text/code_points.h"
#include "search/index/index_metadata.h"
#include "search/quotes/forms/quote_normal_form.h"
#include "search/quotes/quote_matches.h"

namespace ibid {
namespace {

std::string letters_of(const NormalText& form, NormalPiece piece) {
  std::string out;
  for (std::size_t i = piece.begin; i < piece.end; ++i) {
    if (is_letter_or_digit(form[i].ch)) append_utf8(out, form[i].ch);
  }
  return out;
}

// Of the quotation's part between two ellipses that has most of them.
std::string telling_letters(std::string_view quotation) {
  const NormalText form = normal_form(quotation, {});
  std::string most;
  for (const NormalPiece piece : pieces_of(form)) {
    std::string letters = letters_of(form, piece);
    if (letters.size() > most.size()) most = std::move(letters);
  }
  return most;
}

bool stands_in(std::string_view text, const NormalQuotation& quotation) {
  const std::vector<ByteRange> none;
  return !quotation.matches({text, none, none}).empty();
}

}  // namespace

void LeftOutTexts::reset(std::string report) {
  *this = {};
  report_ = std::move(report);
}

void LeftOutTexts::read(IndexSnapshot& snapshot) {
  read_ = true;
  const std::vector<std::string> ids =
      report_.empty() ? report_ids(snapshot.index()) : std::vector<std::string>{report_};
  for (const std::string& id : ids) {
    const auto record = snapshot.report(id);
    if (!record || !record->report.extraction || record->report.extraction->left_out == 0) continue;
    const auto file = report_text(snapshot.index(), id);
    if (file == nullptr) continue;
    reports_.push_back(id);
    add(*file);
    if (letters_.size() < kMostBytes) continue;
    complete_ = false;
    return;
  }
}

void LeftOutTexts::add(const ExtractedFile& file) {
  const auto report = static_cast<std::uint32_t>(reports_.size() - 1);
  if (file.left_out.size() < file.left_out_count) complete_ = false;
  for (std::size_t i = 0; i < file.left_out.size(); ++i) {
    const LeftOutText& left_out = file.left_out[i];
    if (left_out.reason == LeftOutText::Reason::kUnreadable) continue;
    const NormalText form = normal_form(left_out.text, {});
    const std::string letters = letters_of(form, {0, form.size()});
    if (letters.empty()) continue;
    places_.push_back({letters_.size(), report, static_cast<std::uint32_t>(i)});
    letters_ += letters;
    letters_ += '\n';
  }
}

std::vector<LeftOutQuote> LeftOutTexts::find(IndexSnapshot& snapshot, std::string_view quotation) {
  if (!read_) read(snapshot);
  std::vector<LeftOutQuote> found;
  const std::string letters = telling_letters(quotation);
  if (letters.empty()) return found;
  const NormalQuotation wanted(quotation);
  std::shared_ptr<const ExtractedFile> file;
  std::uint32_t file_of = UINT32_MAX;
  for (std::size_t at = letters_.find(letters); at != std::string::npos;) {
    const auto next = std::ranges::upper_bound(places_, at, {}, &Place::begin);
    const Place& place = *std::prev(next);
    const std::size_t end = next == places_.end() ? letters_.size() : next->begin;
    if (file_of != place.report) file = report_text(snapshot.index(), reports_[place.report]);
    file_of = place.report;
    if (file != nullptr && place.index < file->left_out.size()) {
      const LeftOutText& text = file->left_out[place.index];
      const std::string& id = reports_[place.report];
      const bool known = std::ranges::any_of(found, [&](const LeftOutQuote& one) {
        return one.report.id == id && one.reason == text.reason;
      });
      if (!known && stands_in(text.text, wanted)) {
        found.push_back({snapshot.report_ref(id), text.reason, text.part, text.text});
        if (found.size() == kMostLeftOut) break;
      }
    }
    at = letters_.find(letters, end);
  }
  return found;
}

}  // namespace ibid
