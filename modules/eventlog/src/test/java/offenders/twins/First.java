package offenders.twins;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.util.UUID;

@EventType(name = "offenders.twin")
record First(UUID subject, Region region, @Nullable UUID project) implements LoggedEvent {}
