package offenders.unnamed;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.util.UUID;

record Nameless(UUID subject, Region region, @Nullable UUID project) implements LoggedEvent {}
