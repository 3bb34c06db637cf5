// SPDX-License-Identifier: GPL-2.0-or-later
//
// libmicrohttpd, loaded when a server starts. Debian's brings gnutls and p11-kit along, whose
// loading would cost every command of ibid two milliseconds.
#pragma once

#include <microhttpd.h>

namespace ibid {

struct MhdLibrary {
  decltype(&MHD_add_response_header) add_response_header;
  decltype(&MHD_create_response_from_buffer) create_response_from_buffer;
  decltype(&MHD_create_response_from_buffer_with_free_callback_cls)
      create_response_from_buffer_with_free_callback_cls;
  decltype(&MHD_create_response_from_callback) create_response_from_callback;
  decltype(&MHD_destroy_response) destroy_response;
  decltype(&MHD_get_connection_info) get_connection_info;
  decltype(&MHD_get_connection_values_n) get_connection_values_n;
  decltype(&MHD_get_version) get_version;
  decltype(&MHD_queue_response) queue_response;
  decltype(&MHD_quiesce_daemon) quiesce_daemon;
  decltype(&MHD_resume_connection) resume_connection;
  decltype(&MHD_start_daemon) start_daemon;
  decltype(&MHD_stop_daemon) stop_daemon;
  decltype(&MHD_suspend_connection) suspend_connection;
};

// Loaded by the first call, and kept. Throws Error{kSystem} if it is not installed. Thread: any.
const MhdLibrary& mhd();

}  // namespace ibid
