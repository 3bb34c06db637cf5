// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/extract/tell_format.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "corpus/extract/archive_kind.h"
#include "tests/corpus/extract/made_archives.h"

namespace ibid {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::make_ole;
using testing::make_zip;
using namespace std::string_literals;

// "html", or the sentence.
std::string told(std::string_view bytes, std::string_view name = "file.bin") {
  const FormatGuess guess = tell_format(bytes, name);
  return guess.refused.empty() ? to_string(guess.format) : guess.refused;
}

std::string utf16(std::string_view ascii, bool little, bool marked) {
  std::string out = !marked ? "" : little ? "\xFF\xFE" : "\xFE\xFF";
  for (const char c : ascii) {
    out += little ? std::string{c, '\0'} : std::string{'\0', c};
  }
  return out;
}

TEST(TellFormat, KnowsMarkupByItsFirstElement) {
  for (const std::string page :
       {"<!DOCTYPE html>\n<p>", "<HTML>", "\xEF\xBB\xBF\n <html lang=\"ko\"><body>",
        "<!-- saved from url -->\n<!-- 저장 --><!doctype HTML PUBLIC \"-//W3C//DTD\">",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"a\" \"b\"><html>",
        "<?xml version='1.0'?><html xmlns=\"http://www.w3.org/1999/xhtml\">",
        "<!doctype html SYSTEM \"about:legacy-compat\"><html>"}) {
    for (const char* name : {"report.html", "report.txt", "보고서.md", "report", "report.pdf"}) {
      EXPECT_EQ(told(page, name), "html") << page << " named " << name;
    }
  }
  EXPECT_EQ(told("<head><title>제목</title>", "a"), "html");
  EXPECT_EQ(told("<title>제목", "a.html"), "html");
  EXPECT_EQ(told("words only", "a.HTM"), "html");
  for (const bool little : {true, false}) {
    for (const bool marked : {true, false}) {
      EXPECT_EQ(told(utf16("<!DOCTYPE html><p>", little, marked)), "html");
      EXPECT_EQ(told(utf16("A <p> is a tag", little, marked)), "text");
    }
  }
}

TEST(TellFormat, TellsFeedsFromOtherXml) {
  EXPECT_EQ(told("<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel>", "a.xml"), "rss");
  EXPECT_EQ(told("<rss version='2.0'>", "a"), "rss");
  EXPECT_EQ(told("<rdf:RDF xmlns:rdf=\"r\" xmlns=\"http://purl.org/rss/1.0/\">", "a"), "rss");
  EXPECT_EQ(
      told("<?xml version=\"1.0\"?><!-- 소식 --><feed xmlns=\"http://www.w3.org/2005/Atom\">"),
      "atom");
  EXPECT_EQ(told("<a:feed xmlns:a='http://www.w3.org/2005/Atom'>"), "atom");
  for (const auto& [xml, said] : std::map<std::string, const char*>{
           {"<rdf:RDF xmlns:rdf=\"r\">", "an XML file of an unknown kind"},
           {"<feed>", "an XML file of an unknown kind"},
           {"<!DOCTYPE book [<!ENTITY x \"y>\">]><book>", "an XML file of an unknown kind"},
           {"<HWPML Version=\"2.8\">", "save it as .hwpx"},
           {"<svg xmlns=\"s\">", "an image (SVG)"},
           {"<office:document a=\"b\">", "save it as .odt"},
           {"<w:wordDocument>", "save it as .docx"}}) {
    EXPECT_THAT(told("<?xml version=\"1.0\"?>" + xml, "a.xml"), HasSubstr(said)) << xml;
    EXPECT_EQ(told("<?xml version=\"1.0\"?>" + xml, "a.txt"), "text") << xml;
    EXPECT_EQ(told(xml, "a.md"), "markdown") << xml;
  }
}

TEST(TellFormat, TellsJsonFromTextInBrackets) {
  EXPECT_EQ(told(R"({"id": 1, "text": "항구가 커졌다."})", "a"), "json");
  EXPECT_EQ(told("\xEF\xBB\xBF [\n {\"a\": [1, -2.5e3, true, null, {}]},\n {\"a\": \"\\\"\"}]\n"),
            "json");
  EXPECT_EQ(told("{\n\"a\": 1\n}\n", "a.jsonl"), "json-lines");
  EXPECT_EQ(told("{\"a\": 1}\n{\"a\": 2}\n", "a.json"), "json-lines");
  EXPECT_EQ(told("{\"a\": 1}\r\n\r\n{\"가\": 2}", "a.txt"), "json-lines");
  EXPECT_EQ(told("{\"a\": 1}\n", "a.ndjson"), "json-lines");
  EXPECT_EQ(told("{\"a\": 1}\n", "a.json"), "json");
  EXPECT_EQ(told("not { json", "a.json"), "json") << "for its reader to refuse";
  const std::string many = "[" + std::string(40'000, ' ') + "{}]";
  EXPECT_EQ(told(many), "json");
  EXPECT_EQ(told("{\"text\": \"" + std::string(40'000, 'x')), "json");
  for (const char* text :
       {"{braces} around a word", "[1] Kim, 2024.\n[2] Lee, 2023.\n", "[1]\n[2]\n", "[링크](url)",
        "{", "[", "{\"a\": 1} is JSON.", "{'a': 1}", "{\"a\"", "{{template}}", "[\"a\", \"b\"]",
        "{\"a\": 1,}", "{\"a\": nul}", "[{]"}) {
    EXPECT_EQ(told(text, "a.txt"), "text") << text;
    EXPECT_EQ(told(text, "a.md"), "markdown") << text;
  }
  EXPECT_EQ(told(std::string(5000, '['), "a.txt"), "text");
}

TEST(TellFormat, TellsMessagesFromMemoranda) {
  const std::string message =
      "Received: from a by b;\r\n\tMon, 1 Jan 2024\r\nFrom: =?UTF-8?B?6rmA?= <kim@example.org>\r\n"
      "Date: Mon, 1 Jan 2024 10:00:00 +0900\r\nSubject: port\r\nMIME-Version: 1.0\r\n\r\nText\r\n";
  EXPECT_EQ(told(message, "a"), "eml");
  EXPECT_EQ(told(message, "a.txt"), "eml");
  EXPECT_EQ(told("From: a\nSubject: b\n\nc", "a.eml"), "eml");
  const std::string memorandum =
      "To: the editor\nFrom: Kim\nDate: 2024-06-01\nSubject: 항구\n\nThe";
  EXPECT_EQ(told(memorandum, "a.txt"), "text");
  EXPECT_EQ(told("Date: 2024\n\nFrom the port", "a"), "text");
  // One message as a mailbox keeps it, whatever its text says.
  const std::string line = "From kim@example.org Fri Jul  8 12:08:34 2011\n";
  EXPECT_EQ(told(line + message, "inbox"), "eml");
  EXPECT_EQ(told(line + message + "\nFrom Seoul at 12:08 the ship left.\n항구: 부산\n", "a"),
            "eml");
  const std::string pages(std::size_t{1} << 20, 'x');
  EXPECT_THAT(told(line + message + pages + "\n\n" + line + message, "a.eml"),
              HasSubstr("a mailbox of many messages"));
  EXPECT_EQ(told("From Seoul at 12:08 the ship left.\nIt came back.", "a.txt"), "text");
}

TEST(TellFormat, FindsTheHeadOfAPdfBehindOtherBytes) {
  EXPECT_EQ(told("%PDF-1.7\n%\xE2\xE3", "a.txt"), "pdf");
  EXPECT_EQ(told("HTTP/1.1 200 OK\r\n\r\n%PDF-1.4 … startxref\n0\n%%EOF\n", "a"), "pdf");
  EXPECT_EQ(told("junk %PDF-1.4", "a.PDF"), "pdf");
  EXPECT_EQ(told("A file that begins with %PDF-1.4 is a PDF.", "a.txt"), "text");
  EXPECT_EQ(told(std::string(1100, 'x') + "%PDF-1.4 startxref", "a.txt"), "text");
}

TEST(TellFormat, KnowsArchivesByWhatIsInThem) {
  const auto mime = [](const char* type, const char* other = "content.xml") {
    return make_zip({{"mimetype", type}, {other, "<x/>"}});
  };
  EXPECT_EQ(told(mime("application/epub+zip"), "a.zip"), "epub");
  EXPECT_EQ(told(mime("application/hwp+zip"), "a.docx"), "hwpx");
  EXPECT_EQ(told(mime("application/vnd.oasis.opendocument.text")), "odt");
  EXPECT_EQ(told(mime("application/vnd.oasis.opendocument.text-template")), "odt");
  EXPECT_EQ(told(make_zip({{"[Content_Types].xml", ""}, {"word/document.xml", ""}})), "docx");
  EXPECT_EQ(told(make_zip({{"[Content_Types].xml", ""}, {"word/document2.xml", ""}})), "docx");
  EXPECT_EQ(told(make_zip({{"META-INF/container.xml", ""}, {"Contents/content.hpf", ""}})), "hwpx");
  EXPECT_EQ(told(make_zip({{"META-INF/container.xml", ""}, {"OPS/book.opf", ""}})), "epub");
  // OpenDocument whose type does not come first, or is not said.
  const std::string odt = "application/vnd.oasis.opendocument.text";
  EXPECT_EQ(told(make_zip({{"content.xml", ""}, {"mimetype", odt}, {"META-INF/manifest.xml", ""}})),
            "odt");
  EXPECT_EQ(told(make_zip({{"META-INF/manifest.xml", ""}, {"content.xml", ""}})), "odt");
  EXPECT_THAT(told(make_zip({{"content.xml", ""}})), HasSubstr("a ZIP archive"));
  // Its list is cut off, but what comes first says enough.
  EXPECT_EQ(told(mime("application/epub+zip").substr(0, 60)), "epub");
}

TEST(TellFormat, SaysWhatOtherArchivesAre) {
  for (const auto& [zip, said] : std::map<std::string, const char*>{
           {make_zip({{"[Content_Types].xml", ""}, {"xl/workbook.xml", ""}}), "a spreadsheet"},
           {make_zip({{"[Content_Types].xml", ""}, {"ppt/presentation.xml", ""}}), "presentation"},
           {make_zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}), "a spread"},
           {make_zip({{"META-INF/MANIFEST.MF", ""}}), "a Java program"},
           {make_zip({{"보고서.txt", "text"}}), "a ZIP archive; unpack it"},
           {make_zip({{"mimetype", "text/plain"}, {"a", ""}}), "a ZIP archive; unpack it"},
           {make_zip({}), "an empty ZIP archive"},
           {"PK\x03\x04 and so on", "a damaged archive"},
           {make_zip({{"word/document.xml", "x"}}).substr(0, 40), "a damaged archive"}}) {
    EXPECT_THAT(told(zip, "a.docx"), HasSubstr(said)) << zip;
  }
}

TEST(TellFormat, KnowsOleFilesByTheirStreams) {
  for (const unsigned shift : {9U, 12U}) {
    const auto ole = [&](const std::vector<std::string>& root) {
      return make_ole(root, {}, shift);
    };
    EXPECT_EQ(told(ole({"FileHeader", "DocInfo", "BodyText"}), "a.doc"), "hwp");
    EXPECT_EQ(told(ole({"A", "B", "C", "D", "E", "F", "ViewText", "FileHeader"})), "hwp");
    EXPECT_THAT(told(ole({"EncryptionInfo", "EncryptedPackage"}), "a.docx"),
                HasSubstr("an encrypted Office file; open it with its password"));
    EXPECT_THAT(told(ole({"WordDocument", "1Table"})), HasSubstr("(.doc); save it as .docx"));
    EXPECT_THAT(told(ole({"Workbook"})), HasSubstr("a spreadsheet"));
    EXPECT_THAT(told(ole({"PowerPoint Document"})), HasSubstr("presentation"));
    EXPECT_THAT(told(ole({"Strange"})), HasSubstr("an office file of an unknown kind"));
  }
  // A Word file that holds a Hangul file is a Word file.
  EXPECT_THAT(told(make_ole({"ObjectPool", "WordDocument"}, {"FileHeader", "DocInfo"})),
              HasSubstr("(.doc)"));
  EXPECT_THAT(told(std::string(kOleStart)), HasSubstr("a damaged .hwp, .doc"));
  EXPECT_THAT(ole_names(make_ole({"가", "b"}).substr(0, 1023)), IsEmpty());
}

TEST(TellFormat, EndsOnDamagedArchivesWhateverTheySay) {
  const std::string zip = make_zip({{"mimetype", "application/hwp+zip"}, {"word/a", "b"}});
  const std::string ole = make_ole({"FileHeader", "DocInfo", "x"}, {"y"});
  for (const std::string& whole : {zip, ole}) {
    for (std::size_t at = 8; at < whole.size(); ++at) {
      for (const char byte : {'\0', '\x01', '\x7F', '\xFF', '\xFE'}) {
        std::string changed = whole;
        changed[at] = byte;
        told(changed);
      }
      told(whole.substr(0, at));
    }
  }
  // The directory and the list of the FAT in circles; its sectors are none.
  std::string circle = ole;
  circle.replace(512 + 4, 4, "\1\0\0\0"s);
  circle.replace(68, 8, "\2\0\0\0\xFF\xFF\xFF\x7F"s);
  circle.resize(1536, '\xFF');
  circle += std::string(508, '\xFF') + "\2\0\0\0"s;
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(told(circle + std::string(std::size_t{20} << 20, '\1')), "hwp");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

TEST(TellFormat, SaysWhatIsNoDocument) {
  for (const auto& [bytes, said] : std::map<std::string, const char*>{
           {"HWP Document File V3.00 \x1A\1\2\3\4\5", "a Hangul file of version 3 or older; open"},
           {"{\\rtf1\\ansi", "an RTF file; save it as .docx"},
           {"\x89PNG\r\n\x1A\n", "an image (PNG); recognise its text"},
           {"\xFF\xD8\xFF\xE0", "an image (JPEG)"},
           {"\x1F\x8B\x08", "a gzip archive; unpack it"},
           {std::string(257, 'a') + "ustar", "a tar archive; unpack it"},
           {"%!PS-Adobe", "convert it to .pdf"},
           {"RIFF....WEBPVP8 ", "an image (WebP)"},
           {"\0\0\0\x18"
            "ftypmp42"s,
            "sound or video; index its transcript"}}) {
    EXPECT_THAT(told(bytes, "a.txt"), HasSubstr(said)) << bytes;
  }
}

TEST(TellFormat, LeavesTextToItsName) {
  for (const char* text : {"", "PDF is a format.", "PK is a name", "<div>A page</div>",
                           "<htmlish> words", "항구가 커졌다 <html>", "{rtf}", "BM is a bank",
                           "The tag <!DOCTYPE html> begins a page.", "<!-- 주석 --> Text"}) {
    EXPECT_EQ(told(text, "a.txt"), "text") << text;
    EXPECT_EQ(told(text, "/r/보고서.v2/a.MD"), "markdown") << text;
    EXPECT_EQ(told(text, "report"), "text") << text;
    EXPECT_EQ(told(text, ".md"), "text") << text;
  }
  EXPECT_EQ(told("It is text.", "a.pdf"),
            "it is named .pdf but is not such a file; get a new copy");
  EXPECT_EQ(told("", "보고서.hwp"), "it is empty; get a new copy");
}

TEST(TellFormat, KnowsNamesInAnyCase) {
  EXPECT_EQ(format_of_name("/a.b/보고서.HWPX"), FileFormat::kHwpx);
  EXPECT_EQ(format_of_name("a.tar.htm"), FileFormat::kHtml);
  EXPECT_EQ(format_of_name("a.htm/b"), std::nullopt);
  EXPECT_EQ(format_of_name(".pdf"), std::nullopt);
}

TEST(TellFormat, KnowsFilesOfManyPrograms) {
  const fs::path folder = fs::path(IBID_SOURCE_DIR).parent_path() / "shared" / "formats";
  if (!fs::exists(folder)) GTEST_SKIP() << "no folder " << folder;
  const std::map<std::string, std::string> formats = {{".html", "html"}, {".HTML", "html"},
                                                      {".pdf", "pdf"},   {".docx", "docx"},
                                                      {".hwp", "hwp"},   {".hwpx", "hwpx"}};
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const auto format = formats.find(entry.path().extension().string());
    if (!entry.is_regular_file() || format == formats.end()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    EXPECT_EQ(told(bytes, "x"), format->second) << entry.path();
    ++files;
  }
  EXPECT_GE(files, 19);
}

}  // namespace
}  // namespace ibid
