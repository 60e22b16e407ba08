#include <curl/curl.h>

// Swift calls no function with a variable number of arguments.

static inline CURLcode curl_set_number(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_set_receiver(CURL *handle, CURLoption option, size_t (*receive)(char *, size_t, size_t, void *)) {
  return curl_easy_setopt(handle, option, receive);
}

static inline long curl_status(CURL *handle) {
  long status = 0;
  return curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK ? status : 0;
}

// The length of the body, or -1 when it is not known.
static inline curl_off_t curl_length(CURL *handle) {
  curl_off_t length = -1;
  return curl_easy_getinfo(handle, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length) == CURLE_OK ? length : -1;
}

// The result of a transfer that is over, or -1 while it is under way.
static inline int curl_result(CURLM *handles) {
  int left = 0;
  CURLMsg *message = curl_multi_info_read(handles, &left);
  return message && message->msg == CURLMSG_DONE ? (int)message->data.result : -1;
}

// The address that an answer leads on to, which is the handle's own, or NULL.
static inline const char *curl_redirection(CURL *handle) {
  char *address = NULL;
  return curl_easy_getinfo(handle, CURLINFO_REDIRECT_URL, &address) == CURLE_OK ? address : NULL;
}

static inline int curl_is_ready(void) {
  return curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

// Which kinds of address are asked, and that nobody waits for a name server once the transfer is given up.
static inline void curl_restrict(CURL *handle) {
#if LIBCURL_VERSION_NUM >= 0x075500
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
#else
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
#if LIBCURL_VERSION_NUM >= 0x075700
  curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L);
#endif
}
