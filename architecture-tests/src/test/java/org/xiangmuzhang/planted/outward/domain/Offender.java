package org.xiangmuzhang.planted.outward.domain;

class Offender {
    org.xiangmuzhang.planted.outward.application.@org.jspecify.annotations.Nullable Conversation
            conversation;
}
