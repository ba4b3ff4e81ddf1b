package planted.modules.two.innermost;

public class Secret {}
