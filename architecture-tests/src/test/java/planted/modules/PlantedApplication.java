package planted.modules;

@org.springframework.boot.autoconfigure.SpringBootApplication
public class PlantedApplication {}
