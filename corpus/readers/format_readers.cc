// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/format_readers.h"

#include <algorithm>
#include <array>

#include "corpus/docx/read_docx.h"
#include "corpus/epub/read_epub.h"
#include "corpus/error.h"
#include "corpus/extract/tell_format.h"
#include "corpus/feeds/read_feed.h"
#include "corpus/feeds/read_json.h"
#include "corpus/html/read_html.h"
#include "corpus/hwp/read_hwp.h"
#include "corpus/hwpx/read_hwpx.h"
#include "corpus/mail/read_eml.h"
#include "corpus/opendocument/read_odt.h"
#include "corpus/pdf/draw_page.h"
#include "corpus/pdf/pdf_reader.h"

namespace ibid {
namespace {

std::vector<ExtractedFile> read_mail(const ReaderInput& input);

constexpr std::array kReaders = std::to_array<FormatReader>(
    {{FileFormat::kHtml, read_html},
     {FileFormat::kJson, read_json},
     {FileFormat::kJsonLines, read_json},
     {FileFormat::kRss, read_feed},
     {FileFormat::kAtom, read_feed},
     {FileFormat::kDocx, read_docx},
     {FileFormat::kHwpx, read_hwpx},
     {FileFormat::kOdt, read_odt},
     {FileFormat::kEpub, read_epub},
     {FileFormat::kHwp, read_hwp},
     {FileFormat::kPdf, read_pdf, why_pdf_reader_is_unfit, draw_pdf_page},
     {FileFormat::kEml, read_mail}});

std::vector<ExtractedFile> read_attachment(const ReaderInput& input) {
  FormatGuess guess = tell_format(input.bytes, "");
  if (!guess.refused.empty()) throw Error(ErrorKind::kInput, guess.refused);
  const auto* const found =
      std::find_if(kReaders.begin(), kReaders.end(),
                   [&](const FormatReader& reader) { return reader.format == guess.format; });
  if (found == kReaders.end() || guess.format == FileFormat::kEml) {
    throw Error(ErrorKind::kInput, "it is not read as an attachment");
  }
  const std::string unfit = found->why_unfit == nullptr ? "" : found->why_unfit();
  if (!unfit.empty()) throw Error(ErrorKind::kInput, unfit);
  ReaderInput attached = input;
  attached.format = guess.format;
  return found->read(attached);
}

std::vector<ExtractedFile> read_mail(const ReaderInput& input) {
  return read_eml(input, read_attachment);
}

}  // namespace

std::span<const FormatReader> format_readers() { return kReaders; }

}  // namespace ibid
