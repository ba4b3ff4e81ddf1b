package planted.personal.events;

record Offender(java.util.UUID person, String name) {}
