package org.xiangmuzhang.benchmarks;

import com.zaxxer.hikari.HikariDataSource;

import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.TaskService;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.task.api.Task;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Flowable in this process: a case is one process with four parallel user tasks, completed one
 * after another in transactions of their own. No HTTP, nobody signs in, no materials, no limits, no
 * plan, no read models: its tables are asked directly.
 */
final class FlowableRun {

    private static final String PROCESS = "four-departments";

    private final Server server;
    private final Clients clients;
    private final long seconds;

    FlowableRun(Server server, Clients clients, long seconds) {
        this.server = server;
        this.clients = clients;
        this.seconds = seconds;
    }

    void measure(Figures figures) {
        try (HikariDataSource database = server.fresh("flowable", clients.number() + 4)) {
            ProcessEngine engine =
                    new StandaloneProcessEngineConfiguration()
                            .setDataSource(database)
                            .setDatabaseSchemaUpdate(
                                    ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                            .setHistory("audit")
                            .buildProcessEngine();
            engine.getRepositoryService()
                    .createDeployment()
                    .addClasspathResource("org/xiangmuzhang/benchmarks/" + PROCESS + ".bpmn20.xml")
                    .deploy();
            AtomicInteger cases = new AtomicInteger();
            clients.during(Clients.WARM_UP, client -> carry(engine));
            server.settle();
            double engineBefore = ProcessorTime.of(ProcessHandle.current());
            double serverBefore = ProcessorTime.of(server);
            double took =
                    clients.during(
                            seconds,
                            client -> {
                                cases.incrementAndGet();
                                return carry(engine);
                            });
            figures.add(Figures.FLOWABLE, cases.get() / took);
            figures.add(
                    "Flowable, processor time of the engine for a case, ms",
                    (ProcessorTime.of(ProcessHandle.current()) - engineBefore) / cases.get());
            figures.add(
                    "Flowable, processor time of PostgreSQL for a case, ms",
                    (ProcessorTime.of(server) - serverBefore) / cases.get());
            engine.close();
        }
    }

    private static boolean carry(ProcessEngine engine) {
        String process = engine.getRuntimeService().startProcessInstanceByKey(PROCESS).getId();
        TaskService tasks = engine.getTaskService();
        for (Task task : tasks.createTaskQuery().processInstanceId(process).list()) {
            tasks.complete(task.getId());
        }
        return true;
    }
}
