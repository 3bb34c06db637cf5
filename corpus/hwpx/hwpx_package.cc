// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hwpx/hwpx_package.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "corpus/dates/find_date.h"
#include "corpus/error.h"
#include "corpus/text/code_points.h"
#include "corpus/xml/parse_xml.h"

namespace ibid {
namespace {

// "Contents/section12.xml" with stem "section" -> 12.
std::optional<unsigned long> numbered(std::string_view name, std::string_view stem) {
  const std::string file = ascii_lower(name.substr(name.rfind('/') + 1));
  std::string_view digits = file;
  if (!digits.starts_with(stem) || !digits.ends_with(".xml")) return std::nullopt;
  digits.remove_prefix(stem.size());
  digits.remove_suffix(4);
  const auto is_digit = [](char c) { return is_ascii_digit(c); };
  if (digits.empty() || digits.size() > 9 || !std::all_of(digits.begin(), digits.end(), is_digit)) {
    return std::nullopt;
  }
  return std::stoul(std::string(digits));
}

std::vector<std::string> numbered_parts(const Archive& archive, std::string_view stem) {
  std::vector<std::pair<unsigned long, std::string>> found;
  for (const std::string& name : archive.names()) {
    if (const auto number = numbered(name, stem)) found.emplace_back(*number, name);
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> names;
  for (auto& [number, name] : found) names.push_back(std::move(name));
  return names;
}

class ContainerHandler : public XmlHandler {
 public:
  void start(const XmlElement& element) override {
    if (element.name != "rootfile" || !package.empty()) return;
    if (element.value("media-type") == "application/hwpml-package+xml") {
      package = element.value("full-path");
    }
  }
  void end(std::string_view, std::string_view) override {}
  void text(std::string_view, ByteRange) override {}
  std::string package;
};

class ManifestHandler : public XmlHandler {
 public:
  void start(const XmlElement& element) override {
    encrypted = encrypted || element.name == "encryption-data";
  }
  void end(std::string_view, std::string_view) override {}
  void text(std::string_view, ByteRange) override {}
  bool encrypted = false;
};

class PackageHandler : public XmlHandler {
 public:
  void start(const XmlElement& element) override {
    if (element.name == "item") {
      items.emplace(element.value("id"), element.value("href"));
    } else if (element.name == "itemref") {
      spine.emplace_back(element.value("idref"));
    } else if (element.name == "title") {
      capture_ = &title;
    } else if (element.name == "meta") {
      const std::string_view name = element.value("name");
      if (name == "creator") capture_ = &author;
      if (name == "date") capture_ = &date;
      if (name == "CreatedDate") capture_ = &made;
      if (name == "ModifiedDate") capture_ = &saved;
    }
  }
  void end(std::string_view, std::string_view) override { capture_ = nullptr; }
  void text(std::string_view text, ByteRange) override {
    if (capture_ != nullptr) *capture_ += text;
  }
  std::map<std::string, std::string, std::less<>> items;  // id -> part
  std::vector<std::string> spine;
  std::string title, author, date, made, saved;

 private:
  std::string* capture_ = nullptr;
};

void refuse_encrypted(Archive& archive, const ReaderLimits& limits) {
  constexpr const char* kManifest = "META-INF/manifest.xml";
  if (!archive.contains(kManifest)) return;  // some writers leave it out
  ManifestHandler manifest;
  parse_xml(kManifest, archive.read(kManifest), manifest, limits);
  if (manifest.encrypted) {
    throw Error(ErrorKind::kInput, "it is protected by a password; save it without one");
  }
}

std::string package_name(Archive& archive, const ReaderLimits& limits) {
  constexpr const char* kContainer = "META-INF/container.xml";
  if (archive.contains(kContainer)) {
    ContainerHandler container;
    parse_xml(kContainer, archive.read(kContainer), container, limits);
    if (archive.contains(container.package)) return container.package;
  }
  return "Contents/content.hpf";
}

// Parts are named from the archive's root; some writers name them from the package's folder.
std::string part_named(const Archive& archive, std::string_view package, std::string_view href) {
  if (href.starts_with('/')) href.remove_prefix(1);
  if (archive.contains(href)) return std::string(href);
  const std::string beside =
      std::string(package.substr(0, package.rfind('/') + 1)) + std::string(href);
  return archive.contains(beside) ? beside : std::string();
}

void read_parts(HwpxPackage& out, const PackageHandler& package, const Archive& archive,
                std::string_view name) {
  for (const std::string& id : package.spine) {
    const auto item = package.items.find(id);
    if (item == package.items.end()) continue;
    const std::string part = part_named(archive, name, item->second);
    if (!numbered(part, "section")) continue;
    if (std::find(out.sections.begin(), out.sections.end(), part) == out.sections.end()) {
      out.sections.push_back(part);
    }
  }
  for (const auto& [id, href] : package.items) {
    if (ascii_lower(href.substr(href.rfind('/') + 1)) == "header.xml") {
      out.header = part_named(archive, name, href);
    }
  }
}

bool is_year(std::string_view text) {
  return text.size() >= 5 && text[4] == '/' &&
         std::all_of(text.begin(), text.begin() + 4, [](char c) { return is_ascii_digit(c); });
}

}  // namespace

bool is_hwpx_namespace(std::string_view space) {
  for (const std::string_view family :
       {"http://www.hancom.co.kr/hwpml/", "http://www.owpml.org/owpml/"}) {
    if (space.starts_with(family)) return is_year(space.substr(family.size()));
  }
  return false;
}

bool is_known_hwpx_namespace(std::string_view space) {
  for (const std::string_view known :
       {"http://www.hancom.co.kr/hwpml/2011/", "http://www.hancom.co.kr/hwpml/2016/",
        "http://www.owpml.org/owpml/2024/"}) {
    if (space.starts_with(known)) return true;
  }
  return false;
}

HwpxPackage read_hwpx_package(Archive& archive, const ReaderLimits& limits) {
  refuse_encrypted(archive, limits);
  HwpxPackage out;
  const std::string name = package_name(archive, limits);
  PackageHandler package;
  if (archive.contains(name)) parse_xml(name, archive.read(name), package, limits);
  read_parts(out, package, archive, name);
  const std::vector<std::string> all = numbered_parts(archive, "section");
  if (out.sections.empty()) {
    out.sections = all;
  } else {
    for (const std::string& part : all) {
      if (std::find(out.sections.begin(), out.sections.end(), part) == out.sections.end()) {
        out.notes.push_back(fmt::format("{} is not a section of the document", part));
      }
    }
  }
  if (out.sections.empty()) throw Error(ErrorKind::kInput, "it has no Contents/section0.xml");
  if (out.header.empty() && archive.contains("Contents/header.xml")) {
    out.header = "Contents/header.xml";
  }
  out.master_pages = numbered_parts(archive, "masterpage");
  out.title = package.title;
  out.author = package.author;
  // The day of making is often that of an old document that was written over.
  out.date = date_of_value(package.saved.substr(0, 10));
  if (out.date.empty()) out.date = find_date(package.date);
  if (out.date.empty()) out.date = date_of_value(package.made.substr(0, 10));
  return out;
}

}  // namespace ibid
