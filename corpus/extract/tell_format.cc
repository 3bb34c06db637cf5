// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/extract/tell_format.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "corpus/extract/archive_kind.h"
#include "corpus/extract/text_kind.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using namespace std::string_view_literals;

struct NamedFormat {
  std::string_view extension;
  FileFormat format;
};
constexpr std::array kNames = std::to_array<NamedFormat>(
    {{"txt", FileFormat::kText},        {"text", FileFormat::kText},
     {"md", FileFormat::kMarkdown},     {"markdown", FileFormat::kMarkdown},
     {"html", FileFormat::kHtml},       {"htm", FileFormat::kHtml},
     {"xhtml", FileFormat::kHtml},      {"json", FileFormat::kJson},
     {"jsonl", FileFormat::kJsonLines}, {"ndjson", FileFormat::kJsonLines},
     {"rss", FileFormat::kRss},         {"atom", FileFormat::kAtom},
     {"docx", FileFormat::kDocx},       {"docm", FileFormat::kDocx},
     {"hwpx", FileFormat::kHwpx},       {"odt", FileFormat::kOdt},
     {"epub", FileFormat::kEpub},       {"hwp", FileFormat::kHwp},
     {"pdf", FileFormat::kPdf},         {"eml", FileFormat::kEml}});

constexpr const char* kRecognise = "recognise its text (OCR) and index that";
constexpr const char* kUnpack = "unpack it and index the files in it";
constexpr const char* kTranscribe = "index its transcript";

struct Signature {
  std::size_t at;
  std::string_view bytes;
  std::string_view what;
  std::string_view remedy;
};
constexpr std::array kSignatures = std::to_array<Signature>(
    {{0, "HWP Document File V"sv, "a Hangul file of version 3 or older",
      "open it in Hangul and save it as .hwpx"},
     {0, "{\\rtf"sv, "an RTF file", "save it as .docx"},
     {0, "%!PS"sv, "a PostScript file", "convert it to .pdf (ps2pdf) and index that"},
     {0, "AT&TFORM"sv, "a DjVu file", "convert it to .pdf and index that"},
     {0, "\x89PNG\r\n\x1A\n"sv, "an image (PNG)", kRecognise},
     {0, "\xFF\xD8\xFF"sv, "an image (JPEG)", kRecognise},
     {0, "GIF87a"sv, "an image (GIF)", kRecognise},
     {0, "GIF89a"sv, "an image (GIF)", kRecognise},
     {0, "II*\0"sv, "an image (TIFF)", kRecognise},
     {0, "MM\0*"sv, "an image (TIFF)", kRecognise},
     {8, "WEBP"sv, "an image (WebP)", kRecognise},
     {4, "ftypheic"sv, "an image (HEIC)", kRecognise},
     {4, "ftypavif"sv, "an image (AVIF)", kRecognise},
     {4, "ftyp"sv, "sound or video", kTranscribe},
     {0, "ID3\3"sv, "sound (MP3)", kTranscribe},
     {0, "ID3\4"sv, "sound (MP3)", kTranscribe},
     {0, "OggS\0"sv, "sound or video", kTranscribe},
     {8, "WAVEfmt "sv, "sound (WAV)", kTranscribe},
     {0, "\x1F\x8B\x08"sv, "a gzip archive", kUnpack},
     {0, "BZh91AY&SY"sv, "a bzip2 archive", kUnpack},
     {0,
      "\xFD"
      "7zXZ\0"sv,
      "an xz archive", kUnpack},
     {0, "\x28\xB5\x2F\xFD"sv, "a Zstandard archive", kUnpack},
     {0, "7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive", kUnpack},
     {0, "Rar!\x1A\x07"sv, "a RAR archive", kUnpack},
     {257, "ustar"sv, "a tar archive", kUnpack},
     {0, "PK\5\6"sv, "an empty ZIP archive", "get a new copy"},
     {0, "SQLite format 3\0"sv, "a database", "export what is to be indexed as text"},
     {0,
      "\x7F"
      "ELF"sv,
      "a program", "index documents only"}});

std::string extension_of(std::string_view name) {
  name.remove_prefix(std::min(name.size(), name.rfind('/') + 1));
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return "";
  return ascii_lower(name.substr(dot + 1));
}

std::optional<FormatGuess> tell_signature(std::string_view bytes) {
  if (bytes.starts_with(kZipStart)) return tell_zip(bytes);
  if (bytes.starts_with(kOleStart)) return tell_ole(bytes);
  for (const Signature& s : kSignatures) {
    if (bytes.size() >= s.at && bytes.substr(s.at).starts_with(s.bytes)) {
      return FormatGuess{FileFormat::kText, fmt::format("it is {}; {}", s.what, s.remedy)};
    }
  }
  return {};
}

// ISO 32000-1 annex H: readers find the head within the first 1,024 bytes. A text may quote it, so
// one that does not begin the file counts only if the file ends as a PDF or is named so.
bool is_pdf(std::string_view bytes, std::string_view extension) {
  const std::size_t at = bytes.substr(0, 1024).find("%PDF-");
  if (at == std::string_view::npos) return false;
  constexpr std::size_t kTail = 2048;
  const std::string_view tail = bytes.substr(bytes.size() - std::min(bytes.size(), kTail));
  return at == 0 || extension == "pdf" || tail.find("startxref") != std::string_view::npos;
}

// A name that promises what the bytes do not hold.
std::optional<FormatGuess> tell_false_name(std::string_view bytes, std::string_view extension) {
  constexpr std::array kPacked = std::to_array<std::string_view>(
      {"pdf", "docx", "docm", "hwp", "hwpx", "odt", "epub", "doc", "xls", "xlsx", "ppt", "pptx"});
  if (std::find(kPacked.begin(), kPacked.end(), extension) == kPacked.end()) return {};
  return FormatGuess{FileFormat::kText, bytes.empty()
                                            ? "it is empty; get a new copy"
                                            : fmt::format("it is named .{} but is not such a file; "
                                                          "get a new copy",
                                                          extension)};
}

}  // namespace

std::optional<FileFormat> format_of_name(std::string_view name) {
  const std::string extension = extension_of(name);
  const auto found = std::find_if(kNames.begin(), kNames.end(),
                                  [&](const NamedFormat& n) { return n.extension == extension; });
  return found == kNames.end() ? std::nullopt : std::optional(found->format);
}

FormatGuess tell_format(std::string_view bytes, std::string_view name) {
  constexpr std::size_t kStart = 16 * 1024;
  const std::string extension = extension_of(name);
  if (bytes.starts_with("%PDF-")) return {FileFormat::kPdf, {}};
  if (auto guess = tell_signature(bytes)) return *guess;
  const std::string start = ascii_start(bytes, kStart);
  if (is_pdf(bytes, extension)) return {FileFormat::kPdf, {}};
  if (auto guess = tell_json(start, extension, start.size() < kStart)) return *guess;
  if (auto guess = tell_mail(start, extension, bytes)) return *guess;
  if (auto guess = tell_markup(start, extension)) return *guess;
  if (auto guess = tell_false_name(bytes, extension)) return *guess;
  // Markdown is text; the reader of JSON refuses what is not JSON.
  const FileFormat named = format_of_name(name).value_or(FileFormat::kText);
  const bool by_name = named == FileFormat::kMarkdown || named == FileFormat::kJson ||
                       named == FileFormat::kJsonLines;
  return {by_name ? named : FileFormat::kText, {}};
}

}  // namespace ibid
