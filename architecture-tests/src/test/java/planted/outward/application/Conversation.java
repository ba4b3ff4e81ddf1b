package planted.outward.application;

public class Conversation {}
