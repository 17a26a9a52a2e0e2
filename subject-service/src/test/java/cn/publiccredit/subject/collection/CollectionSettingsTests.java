package cn.publiccredit.subject.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CollectionSettingsTests {

    @Test
    void oneSourcesLongFilesLeaveAWorkerOfEachReplicaToTheOthers() {
        CollectionSettings settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("credit.collection", CollectionSettings.class);
        assertThat(settings.batchesAtATime()).isGreaterThan(settings.runningOfASource());
    }
}
