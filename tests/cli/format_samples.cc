// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/cli/format_samples.h"

#include "tests/support/docx_writer.h"
#include "tests/support/hwp_writer.h"
#include "tests/support/mail_writer.h"
#include "tests/support/pdf_writer.h"
#include "tests/support/zip_writer.h"

namespace ibid::testing {

const Said kLaver = {"김 수출이 9% 줄었다.", "Laver exports fell 9% in May.", "9%"};
const Said kSquid = {"오징어 어획이 4% 늘었다.", "Squid landings rose 4% in March.", "4%"};
const Said kKelp = {"다시마 수확이 7% 늘었다.", "Kelp harvests rose 7% in April.", "7%"};

namespace {

const std::string& kKorean = kLaver.korean;
const std::string& kEnglish = kLaver.english;

std::string hwpx() {
  const auto paragraph = [](const std::string& text) {
    return "<hp:p><hp:run><hp:t>" + text + "</hp:t></hp:run></hp:p>";
  };
  return stored_zip_of(
      {{"mimetype", "application/hwp+zip"},
       {"META-INF/container.xml",
        "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile "
        "full-path=\"Contents/content.hpf\" "
        "media-type=\"application/hwpml-package+xml\"/></rootfiles></container>"},
       {"Contents/content.hpf",
        "<opf:package xmlns:opf=\"http://www.idpf.org/2007/opf/\"><opf:manifest><opf:item id=\"s\" "
        "href=\"Contents/section0.xml\" "
        "media-type=\"application/xml\"/></opf:manifest><opf:spine><opf:itemref "
        "idref=\"s\"/></opf:spine></opf:package>"},
       {"Contents/section0.xml",
        "<hs:sec xmlns:hs=\"http://www.hancom.co.kr/hwpml/2011/section\" "
        "xmlns:hp=\"http://www.hancom.co.kr/hwpml/2011/paragraph\">" +
            paragraph(kKorean) + paragraph(kEnglish) + "</hs:sec>"}});
}

std::string hwp(const Said& said) {
  HwpParts parts;
  parts.doc_info = hwp_shape_of(0, 0, 0);
  parts.sections = {hwp_paragraph(0, 0, utf16_of(said.korean)) +
                    hwp_paragraph(0, 0, utf16_of(said.english))};
  return hwp_file_of(parts);
}

std::string pdf(const Said& said) {
  PdfWriter writer;
  PdfPageContent first;
  first.text(72, 90, 12, "F", "A page of its own comes before.");
  writer.add_page(first);
  PdfPageContent second;
  second.korean(72, 90, 12, said.korean);
  second.text(72, 140, 12, "F", said.english);
  writer.add_page(second);
  return writer.bytes();
}

std::string odt() {
  return stored_zip_of(
      {{"mimetype", "application/vnd.oasis.opendocument.text"},
       {"content.xml",
        std::string("<office:document-content "
                    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body>"
                    "<office:text><text:p>") +
            kKorean + "</text:p><text:p>" + kEnglish +
            "</text:p></office:text></office:body></office:document-content>"}});
}

std::string epub() {
  return stored_zip_of(
      {{"mimetype", "application/epub+zip"},
       {"META-INF/container.xml",
        "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile "
        "full-path=\"OEBPS/book.opf\"/></rootfiles></container>"},
       {"OEBPS/book.opf",
        "<package xmlns=\"http://www.idpf.org/2007/opf\"><metadata/><manifest><item id=\"a\" "
        "href=\"one.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref "
        "idref=\"a\"/></spine></package>"},
       {"OEBPS/one.xhtml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<html "
        "xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/></head><body><p>" +
            kKorean + "</p><p>" + kEnglish + "</p></body></html>"}});
}

std::string rss() {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>Quay "
         "Times</title><item><guid>r1</guid><title>Laver</title><description>" +
         kKorean + "\n\n" + kEnglish + "</description></item></channel></rss>";
}

std::string atom() {
  return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Quay Times</title><entry><id>e1</id>"
         "<title>Laver</title><updated>2024-06-03T00:00:00Z</updated><content>" +
         kKorean + "\n\n" + kEnglish + "</content></entry></feed>";
}

std::string eml() {
  const auto attached = [](const std::string& type, const std::string& name,
                           const std::string& bytes) {
    return MailPart{"Content-Type: " + type +
                        "\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: "
                        "attachment; filename=\"" +
                        name + "\"\r\n",
                    base64(bytes)};
  };
  const MailPart letter = {
      "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n",
      kKorean + "\r\n\r\n" + kEnglish + "\r\n"};
  return mail(multipart("mixed", "b",
                        {letter, attached("application/pdf", "squid.pdf", pdf(kSquid)),
                         attached("application/x-hwp", "kelp.hwp", hwp(kKelp))}));
}

}  // namespace

std::string with_figure(std::string sentence, const Said& said, const std::string& figure) {
  sentence.pop_back();
  return sentence.replace(sentence.find(said.figure), said.figure.size(), figure);
}

std::string html_sample() {
  return "<!doctype html><html lang=ko><head><title>Laver</title></head><body><nav><a "
         "href=/>Menu</a></nav><main><h1>Laver</h1><p>" +
         kKorean + "</p><p>" + kEnglish + "</p></main></body></html>";
}

std::string docx_sample() { return docx_of(paragraph(kKorean) + paragraph(kEnglish)); }

std::string json_lines_sample() {
  return R"({"id":"a1","title":"Laver","date":"2024-06-03","text":")" + kKorean + "\\n\\n" +
         kEnglish + "\"}\n" +
         R"({"id":"a2","title":"Oysters","date":"2024-06-04","text":"Oyster prices held."})" + "\n";
}

const std::vector<FormatSample>& format_samples() {
  static const std::vector<FormatSample> kSamples = {
      {"page.html", "byte", ""},
      {"report.docx", "part", "word/document.xml"},
      {"notice.hwpx", "part", "Contents/section0.xml"},
      {"paper.hwp", "part", "BodyText/Section0"},
      {"brief.pdf", "page", "p. 2"},
      {"letter.odt", "part", "content.xml"},
      {"book.epub", "part", "OEBPS/one.xhtml"},
      {"mail.eml", "part", ""},
      {"mail.eml", "page", "p. 2", kSquid},
      {"mail.eml", "part", "BodyText/Section0", kKelp},
      {"feed.jsonl", "byte", ""},
      {"news.rss", "byte", ""},
      {"blog.atom", "byte", ""},
  };
  return kSamples;
}

std::map<std::string, std::string> format_files() {
  return {{"page.html", html_sample()},
          {"report.docx", docx_sample()},
          {"notice.hwpx", hwpx()},
          {"paper.hwp", hwp(kLaver)},
          {"brief.pdf", pdf(kLaver)},
          {"letter.odt", odt()},
          {"book.epub", epub()},
          {"mail.eml", eml()},
          {"feed.jsonl", json_lines_sample()},
          {"news.rss", rss()},
          {"blog.atom", atom()}};
}

}  // namespace ibid::testing
