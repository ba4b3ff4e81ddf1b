package org.xiangmuzhang.rest.answer;

import java.util.Map;

/** What was answered to a question, ready to be said again. */
record Answer(Question question, int status, Map<String, String> headers, byte[] body) {}
