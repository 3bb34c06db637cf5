// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/extract/text_kind.h"

#include <algorithm>
#include <array>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::string_view kSpaces = " \t\r\n\f";

std::string_view after_spaces(std::string_view text) {
  text.remove_prefix(std::min(text.size(), text.find_first_not_of(kSpaces)));
  return text;
}

std::string_view after(std::string_view text, std::string_view end) {
  const std::size_t at = text.find(end);
  return at == std::string_view::npos ? std::string_view() : text.substr(at + end.size());
}

std::string lower_start(std::string_view text) { return ascii_lower(text.substr(0, 64)); }

// After "<!doctype …>", whose declarations may be in [ ].
std::string_view after_doctype(std::string_view text) {
  const std::size_t at = text.find_first_of("[>");
  if (at == std::string_view::npos) return {};
  return text[at] == '>' ? text.substr(at + 1) : after(after(text.substr(at), "]"), ">");
}

struct MarkupStart {
  bool declared = false;  // <?xml …?>
  std::string doctype;    // its name, in lower case
  std::string root;       // the name of the first element, as it is written
  std::string_view from;  // the text from that element on
};

MarkupStart markup_start(std::string_view text) {
  MarkupStart start;
  for (text = after_spaces(text); text.starts_with('<'); text = after_spaces(text)) {
    if (text.starts_with("<!--")) {
      text = after(text.substr(4), "-->");
    } else if (text.starts_with("<?")) {
      start.declared = start.declared || lower_start(text).starts_with("<?xml");
      text = after(text, "?>");
    } else if (lower_start(text).starts_with("<!doctype")) {
      const std::string_view name = after_spaces(text.substr(9));
      start.doctype = lower_start(name.substr(0, name.find_first_of(" \t\r\n>[")));
      text = after_doctype(text);
    } else {
      const std::size_t end = text.find_first_of(" \t\r\n/>");
      if (end != std::string_view::npos) start.root = text.substr(1, end - 1);
      start.from = text;
      break;
    }
  }
  return start;
}

struct XmlKind {
  std::string_view root;  // without its prefix, in lower case
  std::string_view refused;
};
constexpr std::array kXmlKinds = std::to_array<XmlKind>(
    {{"hwpml", "it is a Hangul file of XML (.hml); save it as .hwpx"},
     {"svg", "it is an image (SVG); export it as .pdf and index that"},
     {"document", "it is an office file in one XML file; save it as .odt or .docx"},
     {"worddocument", "it is a Word file in one XML file; save it as .docx"},
     {"package", "it is a Word file in one XML file; save it as .docx"},
     {"workbook", "it is a spreadsheet; save what is to be indexed as .docx, .pdf or .txt"},
     {"fictionbook", "it is an e-book (.fb2); convert it to .epub"}});

std::optional<FormatGuess> tell_xml(const MarkupStart& start, std::string_view extension) {
  const std::string root = ascii_lower(start.root.substr(start.root.find(':') + 1));
  const std::string_view head = start.from.substr(0, 4096);
  const auto says = [&](std::string_view words) { return head.find(words) != head.npos; };
  const bool feed_name = extension == "rss" || extension == "atom";
  if (root == "rss" && (start.declared || says("version"))) {
    return FormatGuess{FileFormat::kRss, {}};
  }
  if (root == "rdf" && (says("purl.org/rss/1.0") || says("my.netscape.com/rdf"))) {
    return FormatGuess{FileFormat::kRss, {}};
  }
  if (root == "feed" && (says("w3.org/2005/Atom") || feed_name)) {
    return FormatGuess{FileFormat::kAtom, {}};
  }
  if (!start.declared || is_text_extension(extension)) return {};
  const auto kind = std::find_if(kXmlKinds.begin(), kXmlKinds.end(),
                                 [&](const XmlKind& k) { return k.root == root; });
  if (kind != kXmlKinds.end()) return FormatGuess{FileFormat::kText, std::string(kind->refused)};
  return FormatGuess{FileFormat::kText,
                     "it is an XML file of an unknown kind; convert it to .html or .txt and index "
                     "that"};
}

// Lines "Name: value" at the start of a message, by their names in lower case.
struct MailHead {
  int common = 0;   // those that also head a memorandum
  int special = 0;  // those that only mail programs write
};

MailHead mail_head(std::string_view text) {
  constexpr std::array kCommon =
      std::to_array<std::string_view>({"from", "to", "cc", "date", "subject", "reply-to"});
  constexpr std::array kSpecial = std::to_array<std::string_view>(
      {"mime-version", "message-id", "received", "return-path", "delivered-to", "content-type",
       "dkim-signature", "arc-seal", "authentication-results", "content-transfer-encoding",
       "x-mailer", "x-received", "user-agent", "list-id"});
  MailHead head;
  while (!text.empty()) {
    const std::size_t end = std::min(text.size(), text.find('\n'));
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    if (line.starts_with(' ') || line.starts_with('\t')) continue;  // goes on
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0 ||
        line.substr(0, colon).find_first_of(" \t") != std::string_view::npos) {
      break;
    }
    const std::string name = ascii_lower(line.substr(0, colon));
    head.common += std::find(kCommon.begin(), kCommon.end(), name) != kCommon.end();
    head.special += std::find(kSpecial.begin(), kSpecial.end(), name) != kSpecial.end();
  }
  return head;
}

constexpr std::size_t kHead = 16 * 1024;  // of a message, as far as it is looked at

// The head behind a line "From a@b.c Fri Jul  8 12:08:34 2011", which parts the messages of a
// mailbox; nothing if `text` does not begin with one or no headers follow.
std::string_view head_behind_mailbox_line(std::string_view text) {
  if (!text.starts_with("From ")) return {};
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return {};
  const std::string_view line = text.substr(0, end);
  const std::size_t colon = line.find(':');
  const bool has_time = colon != std::string_view::npos && colon + 2 < line.size() &&
                        is_ascii_digit(line[colon - 1]) && is_ascii_digit(line[colon + 1]);
  if (!has_time) return {};
  const std::string_view rest = text.substr(end + 1, kHead);
  const MailHead head = mail_head(rest);
  return head.common + head.special >= 2 ? rest : std::string_view();
}

// Of all messages but the first.
bool has_further_message(std::string_view bytes) {
  constexpr std::string_view kLine = "\nFrom ";
  for (std::size_t at = bytes.find(kLine); at != bytes.npos; at = bytes.find(kLine, at + 1)) {
    if (!head_behind_mailbox_line(bytes.substr(at + 1)).empty()) return true;
  }
  return false;
}

}  // namespace

bool is_text_extension(std::string_view extension) {
  return extension == "txt" || extension == "text" || extension == "md" || extension == "markdown";
}

std::string ascii_start(std::string_view bytes, std::size_t most) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return std::string(bytes.substr(3, most));
  const bool little = bytes.starts_with("\xFF\xFE") ||
                      (bytes.size() > 3 && bytes[0] != 0 && bytes[1] == 0 && bytes[3] == 0);
  const bool big = bytes.starts_with("\xFE\xFF") ||
                   (bytes.size() > 3 && bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0);
  if (!little && !big) return std::string(bytes.substr(0, most));
  std::string start;
  const bool marked = bytes[0] == '\xFF' || bytes[0] == '\xFE';
  for (std::size_t at = marked ? 2 : 0; at + 1 < bytes.size() && start.size() < most; at += 2) {
    const char low = bytes[little ? at : at + 1];
    const char high = bytes[little ? at + 1 : at];
    start += high == 0 && static_cast<unsigned char>(low) < 0x80 ? low : '?';
  }
  return start;
}

std::optional<FormatGuess> tell_markup(std::string_view text, std::string_view extension) {
  const FormatGuess html{FileFormat::kHtml, {}};
  const MarkupStart start = markup_start(text);
  if (start.doctype == "html" || ascii_lower(start.root) == "html") return html;
  const bool html_name = extension == "html" || extension == "htm" || extension == "xhtml";
  if (!start.root.empty()) {
    if (const auto xml = tell_xml(start, extension); xml && !html_name) return xml;
    const std::string root = ascii_lower(start.root);
    const bool page_part = root == "head" || root == "body" || root == "title" || root == "meta";
    if (page_part && !is_text_extension(extension)) return html;
  }
  return html_name ? std::optional(html) : std::nullopt;
}

std::optional<FormatGuess> tell_mail(std::string_view start, std::string_view extension,
                                     std::string_view bytes) {
  if (!head_behind_mailbox_line(start).empty()) {
    // One message as a program kept it, or a mailbox.
    if (!has_further_message(bytes)) return FormatGuess{FileFormat::kEml, {}};
    return FormatGuess{FileFormat::kText,
                       "it is a mailbox of many messages; save them as .eml files and index those"};
  }
  const MailHead head = mail_head(start);
  const bool named = extension == "eml" || extension == "mht" || extension == "mhtml";
  const bool is_mail =
      named ? head.common + head.special >= 2
            : head.special >= 1 && head.common >= 1 && head.common + head.special >= 3;
  if (!is_mail) return {};
  return FormatGuess{FileFormat::kEml, {}};
}

}  // namespace ibid
