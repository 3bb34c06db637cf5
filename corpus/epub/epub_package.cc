// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/epub/epub_package.h"

#include <map>
#include <set>
#include <utility>

#include "corpus/error.h"
#include "corpus/text/code_points.h"
#include "corpus/xml/parse_xml.h"

namespace ibid {
namespace {

constexpr std::size_t kMostField = 4096;

[[noreturn]] void refuse(const char* why) { throw Error(ErrorKind::kInput, why); }

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// A reference of a package is a URL: "%EC%9E%A5.xhtml#x" is the part "장.xhtml".
std::string part_of(std::string_view base, std::string_view reference) {
  reference = reference.substr(0, reference.find('#'));
  std::string out;
  for (std::size_t at = 0; at < reference.size(); ++at) {
    if (reference[at] == '%' && at + 2 < reference.size() && hex_digit(reference[at + 1]) >= 0 &&
        hex_digit(reference[at + 2]) >= 0) {
      out += static_cast<char>(hex_digit(reference[at + 1]) * 16 + hex_digit(reference[at + 2]));
      at += 2;
    } else {
      out += reference[at];
    }
  }
  return resolved_name(base, is_utf8(out) ? std::string_view(out) : reference);
}

// Elements without text of interest.
class QuietHandler : public XmlHandler {
 public:
  void end(std::string_view, std::string_view) override {}
  void text(std::string_view, ByteRange) override {}
};

class ContainerHandler : public QuietHandler {
 public:
  void start(const XmlElement& element) override {
    if (element.name == "rootfile" && package.empty()) {
      package = resolved_name("", element.value("full-path"));
    }
  }
  std::string package;
};

class EncryptionHandler : public QuietHandler {
 public:
  void start(const XmlElement& element) override {
    if (element.name == "CipherReference") parts.insert(part_of("", element.value("URI")));
  }
  std::set<std::string, std::less<>> parts;
};

class PackageHandler : public XmlHandler {
 public:
  explicit PackageHandler(EpubPackage& package) : package_(package) {}

  void start(const XmlElement& element) override {
    value_.clear();
    if (element.name == "item") {
      items.emplace(element.value("id"), Item{part_of(package_.name, element.value("href")),
                                              std::string(element.value("media-type")),
                                              has_word(element.value("properties"), "nav")});
    } else if (element.name == "itemref") {
      order.emplace_back(element.value("idref"));
    } else if (element.name == "date") {
      event_ = element.value("event");
    }
  }
  void end(std::string_view space, std::string_view name) override {
    if (space == "http://purl.org/dc/elements/1.1/") keep(name, std::string(trim(value())));
    value_.clear();
  }
  void text(std::string_view text, ByteRange) override {
    if (value_.size() + text.size() <= kMostField) value_ += text;
  }

  struct Item {
    std::string part, type;
    bool is_navigation;
  };
  std::map<std::string, Item, std::less<>> items;
  std::vector<std::string> order;

 private:
  static bool has_word(std::string_view words, std::string_view word) {
    while (!words.empty()) {
      const std::size_t end = std::min(words.find(' '), words.size());
      if (words.substr(0, end) == word) return true;
      words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
  }
  std::string_view value() const { return value_; }

  void keep(std::string_view name, std::string value) {
    if (value.empty()) return;
    const auto first = [&](std::string& field) {
      if (field.empty()) field = value;
    };
    if (name == "title") first(package_.title);
    if (name == "publisher") first(package_.publisher);
    if (name == "language") first(package_.language);
    if (name == "creator" && package_.author.size() < kMostField) {
      package_.author += (package_.author.empty() ? "" : ", ") + value;
    }
    // EPUB 2 has several dates; that of the publication is the book's.
    if (name == "date" && (package_.date.empty() || event_ == "publication")) {
      package_.date = day_of(value);
    }
  }

  // "2024-06-27T…", "2024-06", "2024"; else nothing.
  static std::string day_of(std::string_view value) {
    constexpr std::string_view kForm = "0000-00-00";
    std::size_t length = 0;
    while (length < kForm.size() && length < value.size() &&
           (kForm[length] == '0' ? is_ascii_digit(value[length]) : value[length] == '-')) {
      ++length;
    }
    length = length >= 10 ? 10 : length >= 7 ? 7 : length >= 4 ? 4 : 0;
    return std::string(value.substr(0, length));
  }

  EpubPackage& package_;
  std::string value_, event_;
};

}  // namespace

EpubPackage read_package(Archive& archive, const ReaderLimits& limits) {
  constexpr const char* kContainer = "META-INF/container.xml";
  constexpr const char* kEncryption = "META-INF/encryption.xml";
  if (!archive.contains(kContainer)) refuse("it is not an EPUB file: it contains no container.xml");
  ContainerHandler container;
  parse_xml(kContainer, archive.read(kContainer), container, limits, XmlDoctype::kIgnored);
  EpubPackage package;
  package.name = container.package;
  PackageHandler handler(package);
  parse_xml(package.name, archive.read(package.name), handler, limits, XmlDoctype::kIgnored);

  EncryptionHandler encryption;
  if (archive.contains(kEncryption)) {
    parse_xml(kEncryption, archive.read(kEncryption), encryption, limits, XmlDoctype::kIgnored);
  }
  std::set<std::string, std::less<>> seen;
  for (const std::string& id : handler.order) {
    const auto item = handler.items.find(id);
    if (item == handler.items.end()) continue;
    const auto& [part, type, is_navigation] = item->second;
    if (type != "application/xhtml+xml" && type != "text/html" &&
        type != "application/x-dtbook+xml") {
      continue;
    }
    if (!seen.insert(part).second) continue;
    // Fonts are often scrambled, and are not text.
    if (encryption.parts.contains(part)) refuse("it is protected; get a copy without protection");
    if (archive.contains(part)) {
      package.chapters.push_back({part, is_navigation});
    } else {
      package.missing.push_back(part);
    }
  }
  return package;
}

}  // namespace ibid
