// SPDX-License-Identifier: GPL-2.0-or-later
//
// "/passage/ID", "/passage?id=ID": a passage in its context, with its sources, passages like it,
// and what has become of a permalink to it.
#pragma once

#include "tools/serve/page/page_service.h"

namespace ibid {

PageRoutes passage_pages();

}  // namespace ibid
