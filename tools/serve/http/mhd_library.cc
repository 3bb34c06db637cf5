// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/http/mhd_library.h"

#include <dlfcn.h>

#include <string>

#include "corpus/error.h"

namespace ibid {
namespace {

constexpr char kLibrary[] = "libmicrohttpd.so.12";

void* opened() {
  void* library = dlopen(kLibrary, RTLD_NOW | RTLD_LOCAL);
  if (library != nullptr) return library;
  throw Error(ErrorKind::kSystem,
              std::string("the server cannot start: ") + dlerror() + "; install libmicrohttpd12");
}

template <class Function>
void find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(library, name));
  if (function == nullptr) {
    throw Error(ErrorKind::kSystem, std::string("the server cannot start: ") + kLibrary +
                                        " has no " + name +
                                        "; install libmicrohttpd12 0.9.75 or later");
  }
}

MhdLibrary loaded() {
  void* library = opened();
  MhdLibrary out{};
  find(library, "MHD_add_response_header", out.add_response_header);
  find(library, "MHD_create_response_from_buffer", out.create_response_from_buffer);
  find(library, "MHD_create_response_from_buffer_with_free_callback_cls",
       out.create_response_from_buffer_with_free_callback_cls);
  find(library, "MHD_create_response_from_callback", out.create_response_from_callback);
  find(library, "MHD_destroy_response", out.destroy_response);
  find(library, "MHD_get_connection_info", out.get_connection_info);
  find(library, "MHD_get_connection_values_n", out.get_connection_values_n);
  find(library, "MHD_get_version", out.get_version);
  find(library, "MHD_queue_response", out.queue_response);
  find(library, "MHD_quiesce_daemon", out.quiesce_daemon);
  find(library, "MHD_resume_connection", out.resume_connection);
  find(library, "MHD_start_daemon", out.start_daemon);
  find(library, "MHD_stop_daemon", out.stop_daemon);
  find(library, "MHD_suspend_connection", out.suspend_connection);
  return out;
}

}  // namespace

const MhdLibrary& mhd() {
  static const MhdLibrary library = loaded();
  return library;
}

}  // namespace ibid
