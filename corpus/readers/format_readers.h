// SPDX-License-Identifier: GPL-2.0-or-later
//
// All readers of formats: what is added here is read by ibid-read.
#pragma once

#include <span>

#include "corpus/readers/document_reader.h"

namespace ibid {

std::span<const FormatReader> format_readers();

}  // namespace ibid
