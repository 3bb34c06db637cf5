// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/pdf/pdf_pages.h"

#include <fmt/core.h>
#include <poppler-document.h>
#include <poppler-embedded-file.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <poppler-version.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <system_error>
#include <thread>
#include <utility>

#include "corpus/error.h"
#include "corpus/extract/reader_input.h"
#include "corpus/pdf/font_scan.h"
#include "corpus/pdf/reading_order.h"
#include "corpus/pdf/tex_signs.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr int kMostPages = 50'000;
constexpr std::size_t kPagesForTwoThreads = 8;
constexpr std::size_t kMostFonts = std::numeric_limits<std::uint16_t>::max();

// Poppler's own conversion opens iconv for each word. Control characters are glyphs of fonts that
// do not say what they mean.
void append_utf16(std::string& out, const poppler::ustring& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t c = text[i];
    if (c >= 0xD800 && c < 0xDC00 && i + 1 < text.size() && text[i + 1] >= 0xDC00 &&
        text[i + 1] < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10) + (text[++i] - 0xDC00U);
    } else if ((c >= 0xD800 && c < 0xE000) || c < 0x20 || (c >= 0x7F && c < 0xA0) || c >= 0xFFFE) {
      c = 0xFFFD;
    }
    append_utf8(out, c);
  }
}

std::string utf8(const poppler::ustring& text) {
  std::string out;
  append_utf16(out, text);
  return out;
}

bool holds_any(std::string_view name, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return name.find(part) != std::string_view::npos;
  });
}

PdfFont font_named(std::string_view name, const FontScanResult& scanned) {
  PdfFont font;
  font.unreadable = scanned.unreadable.count(std::string(name)) > 0;
  font.doubtful = scanned.doubtful.count(std::string(name)) > 0;
  const std::size_t plus = name.find('+');
  if (plus == 6) name.remove_prefix(plus + 1);
  font.name = name;
  const std::string lower = ascii_lower(name);
  font.bold = holds_any(lower, {"bold", "demi", "black", "heavy", "cmbx", "cmssbx", "sfbx"}) &&
              !holds_any(lower, {"semilight", "demilight"});
  font.mono =
      holds_any(lower, {"mono", "courier", "typewriter", "cmtt", "sftt", "consol", "menlo"}) &&
      !holds_any(lower, {"monotype"});
  font.dingbats = holds_any(lower, {"wingdings", "webdings"});
  return font;
}

struct LoadedPages {
  const ReaderInput& input;
  FontScanResult scanned;
  std::vector<PdfPage> pages;
  std::atomic<std::uint64_t> text_bytes = 0;
};

// Loads some of the pages from a document of its own: documents of poppler share nothing.
class PageLoader {
 public:
  PageLoader(LoadedPages& loaded, std::size_t begin, std::size_t end)
      : loaded_(loaded), begin_(begin), end_(end) {}

  void load(poppler::document& document) {
    for (std::size_t i = begin_; i < end_; ++i) load_page(document, i);
  }
  // Appends its fonts to `fonts`, and makes its words name them there.
  void hand_over_fonts(std::vector<PdfFont>& fonts) {
    const std::size_t base = fonts.size();
    for (std::size_t i = begin_; base > 0 && i < end_; ++i) {
      for (PdfWord& word : loaded_.pages[i].words) {
        word.font = static_cast<std::uint16_t>(std::min(word.font + base, kMostFonts));
      }
    }
    fonts.insert(fonts.end(), fonts_.begin(), fonts_.end());
  }

 private:
  void load_page(poppler::document& document, std::size_t index) {
    PdfPage& page = loaded_.pages[index];
    const std::unique_ptr<poppler::page> source(document.create_page(static_cast<int>(index)));
    if (!source) {
      page.damaged = true;
      return;
    }
    page.label = utf8(source->label());
    const poppler::rectf shown = source->page_rect(poppler::crop_box);
    const bool on_its_side = source->orientation() == poppler::page::landscape ||
                             source->orientation() == poppler::page::seascape;
    page.width = bounded(on_its_side ? shown.height() : shown.width());
    page.height = bounded(on_its_side ? shown.width() : shown.height());
    for (const poppler::text_box& box : source->text_list(poppler::page::text_list_include_font)) {
      add_word(page, box);
    }
    const std::uint64_t most = loaded_.input.limits.text_bytes;
    if ((loaded_.text_bytes += page.text.size()) > most) {
      throw Error(ErrorKind::kInput,
                  fmt::format("it has more than {} bytes of text; split it", most));
    }
    if (may_have_columns(page)) {
      rank_words(page, split(source->text({}, poppler::page::raw_order_layout)));
    }
  }

  // Boxes may be anything, also no number.
  static float bounded(double value) {
    constexpr double kMost = 1e6;
    return std::isfinite(value) ? static_cast<float>(std::clamp(value, -kMost, kMost)) : 0;
  }

  static std::vector<std::string> split(const poppler::ustring& raw) {
    std::vector<std::string> words;
    poppler::ustring word;
    for (const unsigned short c : raw) {
      if (c != ' ' && c != '\n' && c != '\f' && c != '\r') {
        word += c;
      } else if (!word.empty()) {
        words.push_back(utf8(word));
        word.clear();
      }
    }
    return words;
  }

  void add_word(PdfPage& page, const poppler::text_box& box) {
    PdfWord word;
    word.text_begin = static_cast<std::uint32_t>(page.text.size());
    append_utf16(page.text, box.text());
    mend_signs(page, word.text_begin, box);
    word.text_length = static_cast<std::uint32_t>(page.text.size()) - word.text_begin;
    if (word.text_length == 0) return;
    const poppler::rectf at = box.bbox();
    word.box = {bounded(at.left()), bounded(at.top()), bounded(at.right()), bounded(at.bottom())};
    if (word.box.left > word.box.right) std::swap(word.box.left, word.box.right);
    if (word.box.top > word.box.bottom) std::swap(word.box.top, word.box.bottom);
    word.turned = static_cast<std::uint8_t>(box.rotation() & 3);
    word.space_after = box.has_space_after();
    word.size = word.turned % 2 == 0 ? word.box.height() : word.box.width();
    if (box.has_font_info()) {
      word.size = bounded(std::abs(box.get_font_size()));
      word.font = font(box.get_font_name(0));
    }
    page.words.push_back(word);
  }

  static void mend_signs(PdfPage& page, std::size_t begin, const poppler::text_box& box) {
    if (!box.has_font_info()) return;
    const std::string_view text = std::string_view(page.text).substr(begin);
    if (text.find_first_of(kFalseDigits) == std::string_view::npos) return;
    const auto font_of = [&box](std::size_t glyph) -> std::string {
      // get_font_name() looks at no bounds; char_bbox() does, and gives a box of nothing.
      const poppler::rectf at = box.char_bbox(glyph);
      if (at.width() == 0 && at.height() == 0) return {};
      return box.get_font_name(static_cast<int>(glyph));
    };
    const std::string mended = without_false_digits(text, font_of);
    page.text.replace(begin, page.text.size() - begin, mended);
  }

  std::uint16_t font(const std::string& name) {
    if (!fonts_.empty() && name == last_name_) return last_font_;
    const auto [found, is_new] = by_name_.emplace(name, static_cast<std::uint16_t>(fonts_.size()));
    if (is_new) {
      if (fonts_.size() == kMostFonts / 2) return 0;
      fonts_.push_back(font_named(name, loaded_.scanned));
    }
    last_name_ = name;
    return last_font_ = found->second;
  }

  LoadedPages& loaded_;
  std::size_t begin_, end_;
  std::vector<PdfFont> fonts_;
  std::map<std::string, std::uint16_t> by_name_;
  std::string last_name_;
  std::uint16_t last_font_ = 0;
};

// Ends a thread whose work is no longer wanted, too.
struct Joined {
  std::thread& thread;
  ~Joined() {
    if (thread.joinable()) thread.join();
  }
};

// The second half of the pages is loaded by a second thread, if there may be one.
void load_pages(LoadedPages& loaded, std::unique_ptr<poppler::document> first,
                std::vector<PdfFont>& fonts) {
  const std::size_t count = loaded.pages.size();
  const std::size_t half = count < kPagesForTwoThreads ? count : count / 2;
  PageLoader front(loaded, 0, half), back(loaded, half, count);
  std::exception_ptr failed;
  const auto load_back = [&] {
    try {
      back.load(*open_pdf(loaded.input.bytes));
    } catch (...) {
      failed = std::current_exception();
    }
  };
  std::thread thread;
  bool in_thread = half < count;
  if (in_thread) {
    try {
      thread = std::thread(load_back);
    } catch (const std::system_error&) {
      in_thread = false;
    }
  }
  const Joined joined{thread};
  front.load(*first);
  if (in_thread) {
    thread.join();
  } else {
    back.load(*first);
  }
  if (failed) std::rethrow_exception(failed);
  front.hand_over_fonts(fonts);
  back.hand_over_fonts(fonts);
}

// Text of doubtful fonts is text if most of it is letters of ASCII: other bytes would be those of
// an alphabet that the font does not name.
void judge_doubtful_fonts(PdfSource& source) {
  std::size_t letters = 0, all = 0;
  for (const PdfPage& page : source.pages) {
    for (const PdfWord& word : page.words) {
      if (!source.fonts[word.font].doubtful) continue;
      const std::string_view text = page.text_of(word);
      for (std::size_t at = 0; at < text.size(); ++all) {
        const char32_t c = next_code_point(text, at);
        letters += is_ascii_letter(c) || is_ascii_digit(c);
      }
    }
  }
  if (letters * 10 >= all * 7) return;
  for (PdfFont& font : source.fonts) font.unreadable |= font.doubtful;
}

}  // namespace

void PdfBox::include(const PdfBox& other) {
  left = std::min(left, other.left);
  top = std::min(top, other.top);
  right = std::max(right, other.right);
  bottom = std::max(bottom, other.bottom);
}

std::unique_ptr<poppler::document> open_pdf(std::string_view bytes) {
  if (bytes.size() > std::numeric_limits<int>::max()) {
    throw Error(ErrorKind::kInput, "it has more than 2 GiB; split it");
  }
  std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) {
    throw Error(ErrorKind::kInput, "it is damaged or not a PDF; get a new copy");
  }
  if (document->is_locked()) {
    throw Error(ErrorKind::kInput, "it is protected by a password; save it without one");
  }
  return document;
}

std::string poppler_version() { return poppler::version_string(); }

void silence_poppler() {
  static std::once_flag once;
  std::call_once(
      once, [] { poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr); });
}

PdfSource load_pdf(const ReaderInput& input) {
  silence_poppler();
  std::unique_ptr<poppler::document> document = open_pdf(input.bytes);
  const int count = document->pages();
  if (count > kMostPages) {
    throw Error(ErrorKind::kInput, fmt::format("it has more than {} pages; split it", kMostPages));
  }
  if (count < 1) throw Error(ErrorKind::kInput, "it is damaged: it has no pages; get a new copy");
  PdfSource source;
  source.title = utf8(document->get_title());
  source.author = utf8(document->get_author());
  source.created = utf8(document->info_key("CreationDate"));
  if (document->has_embedded_files()) source.embedded_files = document->embedded_files().size();
  LoadedPages loaded{input, scan_fonts(input.bytes, input.limits), {}, {}};
  loaded.pages.resize(static_cast<std::size_t>(count));
  load_pages(loaded, std::move(document), source.fonts);
  if (source.fonts.empty()) source.fonts.emplace_back();
  source.pages = std::move(loaded.pages);
  judge_doubtful_fonts(source);
  return source;
}

}  // namespace ibid
