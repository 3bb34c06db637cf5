// SPDX-License-Identifier: GPL-2.0-or-later
//
// For the leak sanitizer: fontconfig, which poppler asks for fonts that are not embedded, keeps
// what it has read of its configuration until the process ends.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }
