package planted.outward.domain;

class Offender {
    planted.outward.application.@org.jspecify.annotations.Nullable Conversation conversation;
}
