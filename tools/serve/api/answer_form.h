// SPDX-License-Identifier: GPL-2.0-or-later
//
// In which form an answer leaves: one JSON document, the JSON lines of the command, or a file of
// another format; whole or piece by piece.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "tools/serve/api/json_document.h"
#include "tools/serve/messages/http_message.h"

namespace ibid {

enum class AnswerForm : std::uint8_t { kDocument, kLines };

// kLines for "format=jsonl", or without a format for "Accept: application/jsonl" (also
// application/x-ndjson).
AnswerForm asked_form(const HttpRequest& request);

// The answer to come in the form that was asked for, without its body.
HttpResponse lines_head(const HttpRequest& request);
// The lines of an answer in that form.
HttpResponse lines_response(const HttpRequest& request, const DocumentShape& shape,
                            std::string lines);
// A file to keep, "ibid-audit.csv".
HttpResponse file_response(std::string_view content_type, std::string_view name, std::string body);

// Appends the next piece to `out`; false after the last.
using NextPiece = std::function<bool(std::string& out)>;
// `next` gives whole lines, which become a document if that was asked for. `shape`: of static
// storage.
NextPiece in_form(const HttpRequest& request, const DocumentShape& shape, NextPiece next);
// Puts the beginning, or all of a short answer, into `response.body`, and the rest into `more`.
// Throws what `next` throws for the first pieces.
HttpResponse pieces_response(HttpResponse response, NextPiece next);

inline constexpr char kJsonType[] = "application/json";
inline constexpr char kJsonLinesType[] = "application/jsonl";

}  // namespace ibid
