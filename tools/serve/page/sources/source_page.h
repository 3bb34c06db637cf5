// SPDX-License-Identifier: GPL-2.0-or-later
//
// "/source?id=…", "/source/ID": one source, who cites it for which sentences, and what rests on it
// alone.
#pragma once

#include "tools/serve/page/page_visit.h"

namespace ibid {

HttpResponse source_page(const PageVisit& visit);

}  // namespace ibid
