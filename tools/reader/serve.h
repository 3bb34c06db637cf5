// SPDX-License-Identifier: GPL-2.0-or-later
//
// The reader's side of corpus/reader_process/reader_protocol.h, on standard input and output.
#pragma once

#include <span>

#include "corpus/reader_process/reader_protocol.h"
#include "corpus/readers/document_reader.h"

namespace ibid {

enum class ServeEnd {
  kDone,       // there are no more requests
  kBroken,     // what came was no request, or the other side is gone
  kExhausted,  // memory is used up, which was said
};

// Says what holds this process in, then answers requests until they end.
ServeEnd serve(const ReaderGuards& guards, std::span<const FormatReader> readers);

}  // namespace ibid
