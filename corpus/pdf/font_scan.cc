// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/pdf/font_scan.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kMostObject = 64 * 1024;  // dictionaries of fonts are far smaller
constexpr std::uint64_t kMostUnpacked = std::uint64_t{64} << 20;

bool is_pdf_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}
bool ends_name(char c) {
  return is_pdf_space(c) || std::string_view("/<>[](){}%").find(c) != std::string_view::npos;
}

std::optional<std::uint64_t> number_at(std::string_view text, std::size_t& at) {
  while (at < text.size() && is_pdf_space(text[at])) ++at;
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
  if (error != std::errc()) return {};
  at = static_cast<std::size_t>(end - text.data());
  return value;
}

// What is behind the key in a dictionary, at any depth: its text up to the next 200 bytes.
std::optional<std::string_view> value_of(std::string_view dictionary, std::string_view key) {
  for (std::size_t at = 0; (at = dictionary.find(key, at)) != std::string_view::npos;) {
    at += key.size();
    if (at < dictionary.size() && ends_name(dictionary[at])) {
      while (at < dictionary.size() && is_pdf_space(dictionary[at])) ++at;
      return dictionary.substr(at, 200);
    }
  }
  return {};
}

std::string_view name_in(std::string_view value) {
  if (value.empty() || value.front() != '/') return {};
  std::size_t end = 1;
  while (end < value.size() && !ends_name(value[end])) ++end;
  return value.substr(1, end - 1);
}

// "#20" in names.
std::string unescaped(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    unsigned char byte = 0;
    if (name[i] == '#' && i + 2 < name.size()) {
      const auto [end, error] = std::from_chars(name.data() + i + 1, name.data() + i + 3, byte, 16);
      if (error == std::errc() && end == name.data() + i + 3) {
        out += static_cast<char>(byte);
        i += 2;
        continue;
      }
    }
    out += name[i];
  }
  return out;
}

// Stops at the limit, and where the data are broken.
std::string inflated(std::string_view packed, std::uint64_t limit) {
  std::string out;
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) return out;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(packed.size(), UINT32_MAX));
  std::array<char, 16 * 1024> buffer;
  int status = Z_OK;
  while (status == Z_OK && out.size() < limit) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = static_cast<uInt>(buffer.size());
    status = inflate(&stream, Z_NO_FLUSH);
    out.append(buffer.data(), buffer.size() - stream.avail_out);
    if (status == Z_BUF_ERROR) break;
  }
  inflateEnd(&stream);
  return out;
}

class FontScan {
 public:
  FontScan(std::string_view pdf, std::uint64_t most_unpacked)
      : pdf_(pdf), packed_left_(pdf.size()), unpacked_left_(most_unpacked) {}

  FontScanResult scan() {
    read_objects();
    FontScanResult found;
    std::set<std::string> good;
    for (const std::string& font : fonts_) {
      const std::string name = unescaped(name_in(value_of(font, "/BaseFont").value_or("")));
      const bool composite = font.find("/DescendantFonts") != std::string::npos;
      if (composite ? has_meaning(font) : has_encoding(font)) {
        good.insert(name);
      } else {
        (composite ? found.unreadable : found.doubtful).insert(name);
      }
    }
    for (const std::string& name : good) {
      found.unreadable.erase(name);
      found.doubtful.erase(name);
    }
    doubt_families(found.doubtful);
    return found;
  }

 private:
  // "AAAAAA+Batang_3c": a font of many characters is cut into fonts of 256.
  static std::string_view family_of(std::string_view name) {
    if (name.find('+') == 6) name.remove_prefix(7);
    const std::size_t cut = name.rfind('_');
    return cut == std::string_view::npos ? std::string_view() : name.substr(0, cut);
  }

  // If one of a family is doubtful, so are those that have no map either.
  void doubt_families(std::set<std::string>& doubtful) const {
    std::set<std::string, std::less<>> families;
    for (const std::string& name : doubtful) {
      if (!family_of(name).empty()) families.emplace(family_of(name));
    }
    for (const std::string& font : fonts_) {
      const std::string name = unescaped(name_in(value_of(font, "/BaseFont").value_or("")));
      if (families.count(family_of(name)) > 0 && !value_of(font, "/ToUnicode")) {
        doubtful.insert(name);
      }
    }
  }

  // "12 0 obj": the number stands before the word.
  void read_objects() {
    for (std::size_t at = 0; (at = pdf_.find(" obj", at)) != std::string_view::npos;) {
      std::size_t begin = at;
      while (begin > 0 && is_ascii_digit(pdf_[begin - 1])) --begin;
      while (begin > 0 && is_pdf_space(pdf_[begin - 1])) --begin;
      const std::size_t end = begin;
      while (begin > 0 && is_ascii_digit(pdf_[begin - 1]) && end - begin < 10) --begin;
      at += 4;
      std::size_t digits = begin;
      const auto number = number_at(pdf_.substr(0, end), digits);
      if (!number) continue;
      std::string_view body = pdf_.substr(at, kMostObject);
      body = body.substr(0, body.find(" obj"));  // so that each byte is looked at once
      body = body.substr(0, std::min(body.find("endobj"), body.find("stream")));
      if (body.find("/ObjStm") != std::string_view::npos) {
        read_packed(body, at + body.size());
      } else {
        keep(*number, body);
      }
    }
  }

  void read_packed(std::string_view dictionary, std::size_t at) {
    std::size_t digits = 0;
    const auto first = number_at(value_of(dictionary, "/First").value_or(""), digits);
    if (!first || pdf_.compare(at, 6, "stream") != 0) return;
    at += 6;
    while (at < pdf_.size() && (pdf_[at] == '\r' || pdf_[at] == '\n')) ++at;
    if (end_of_stream_ < at) end_of_stream_ = std::min(pdf_.find("endstream", at), pdf_.size());
    const std::string_view packed = pdf_.substr(at, end_of_stream_ - at);
    if (packed.size() > packed_left_) return;  // streams that overlap
    packed_left_ -= packed.size();
    const std::string objects = dictionary.find("/FlateDecode") != std::string_view::npos
                                    ? inflated(packed, unpacked_left_)
                                    : std::string(packed);
    unpacked_left_ -= std::min<std::uint64_t>(unpacked_left_, objects.size());
    keep_packed(objects, *first);
  }

  // Pairs of a number and an offset from `first`; then the objects.
  void keep_packed(std::string_view objects, std::uint64_t first) {
    if (first > objects.size()) return;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> places;
    for (std::size_t at = 0; at < first;) {
      const auto number = number_at(objects.substr(0, first), at);
      const auto offset = number ? number_at(objects.substr(0, first), at) : std::nullopt;
      if (!offset || *offset > objects.size() - first) break;
      places.emplace_back(*number, first + *offset);
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
      const std::uint64_t end = i + 1 < places.size() ? places[i + 1].second : objects.size();
      if (places[i].second > end) continue;
      keep(places[i].first,
           objects.substr(places[i].second,
                          std::min<std::uint64_t>(end - places[i].second, kMostObject)));
    }
  }

  void keep(std::uint64_t number, std::string_view object) {
    if (object.find("/DescendantFonts") != std::string_view::npos ||
        (object.find("/TrueType") != std::string_view::npos &&
         object.find("/BaseFont") != std::string_view::npos)) {
      fonts_.emplace_back(object);
    } else if (object.find("/CIDSystemInfo") != std::string_view::npos ||
               object.find("/Ordering") != std::string_view::npos ||
               object.find("/Differences") != std::string_view::npos ||
               (object.size() < 64 && object.find('[') != std::string_view::npos)) {
      others_[number] = object;
    }
  }

  const std::string* target_of(std::string_view reference) const {
    std::size_t at = 0;
    while (at < reference.size() && (is_pdf_space(reference[at]) || reference[at] == '[')) ++at;
    const auto number = number_at(reference, at);
    const auto found = number ? others_.find(*number) : others_.end();
    return found == others_.end() ? nullptr : &found->second;
  }

  bool has_encoding(const std::string& font) const {
    const std::string_view name = name_in(value_of(font, "/BaseFont").value_or(""));
    if (value_of(font, "/ToUnicode") || name.find('+') != 6) return true;
    const auto encoding = value_of(font, "/Encoding");
    if (!encoding) return false;
    if (encoding->front() == '/') return true;
    const std::string* named = target_of(*encoding);
    return names_characters(named ? *named : font);
  }

  // In /Differences [ 55 /c37 ], the name is only another number.
  static bool names_characters(std::string_view encoding) {
    std::size_t at = encoding.find("/Differences");
    if (at == std::string_view::npos) return true;
    at += 12;
    const std::size_t end = std::min(encoding.find(']', at), encoding.size());
    for (at = encoding.find('/', at); at < end; at = encoding.find('/', at + 1)) {
      const std::string_view name = name_in(encoding.substr(at, 64));
      const std::size_t letters = std::min(name.find_first_of("0123456789"), name.size());
      const bool digits = name.find_first_not_of("0123456789", letters) == std::string_view::npos;
      if (letters > 1 || letters == name.size() || !digits) return true;
    }
    return false;
  }

  // Of the descendant; where it cannot be found out, the font is trusted.
  bool has_meaning(const std::string& font) const {
    if (value_of(font, "/ToUnicode")) return true;
    const std::string_view encoding = name_in(value_of(font, "/Encoding").value_or(""));
    if (!encoding.empty() && encoding.rfind("Identity", 0) != 0) return true;
    std::string_view place = value_of(font, "/DescendantFonts").value_or("");
    const std::string* descendant = target_of(place);
    if (descendant && descendant->find("/Ordering") == std::string::npos &&
        descendant->find("/CIDSystemInfo") == std::string::npos) {
      descendant = target_of(*descendant);  // an array that stands on its own
    }
    if (!descendant) descendant = &font;  // it may be in the font itself
    std::string_view info = *descendant;
    if (info.find("/Ordering") == std::string_view::npos) {
      const std::string* other = target_of(value_of(info, "/CIDSystemInfo").value_or(""));
      if (!other) return true;
      info = *other;
    }
    const std::string_view ordering = value_of(info, "/Ordering").value_or("");
    return ordering.rfind("(Identity)", 0) != 0;
  }

  std::string_view pdf_;
  std::size_t end_of_stream_ = 0;  // of the one that was looked at last
  std::size_t packed_left_;
  std::uint64_t unpacked_left_;
  std::vector<std::string> fonts_;  // dictionaries of composite and TrueType fonts
  std::unordered_map<std::uint64_t, std::string> others_;
};

}  // namespace

FontScanResult scan_fonts(std::string_view pdf, const ReaderLimits& limits) {
  return FontScan(pdf, std::min(limits.file_bytes, kMostUnpacked)).scan();
}

}  // namespace ibid
