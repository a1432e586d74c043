// SPDX-License-Identifier: Apache-2.0
// Runs statements on Trino's own query engine, in this process: Run <setup.sql, one statement a line> <statement.sql> <rows.ndjson>.
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trino.plugin.memory.MemoryConnectorFactory;
import io.trino.testing.LocalQueryRunner;
import io.trino.testing.MaterializedResult;
import io.trino.testing.MaterializedRow;
import io.trino.testing.TestingSession;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

public class Run {
    public static void main(String[] files) throws Exception {
        var session = TestingSession.testSessionBuilder().setCatalog("memory").setSchema("default").build();
        try (var trino = LocalQueryRunner.create(session); var out = new PrintWriter(files[2], "UTF-8")) {
            trino.createCatalog("memory", new MemoryConnectorFactory(), Map.of());
            for (String line : Files.readAllLines(Path.of(files[0]))) trino.execute(line);
            MaterializedResult result = trino.execute(Files.readString(Path.of(files[1])).strip().replaceAll(";$", ""));
            var json = new ObjectMapper();
            for (MaterializedRow row : result) {
                var cells = new LinkedHashMap<String, Object>();
                for (int i = 0; i < row.getFieldCount(); i++) cells.put(result.getColumnNames().get(i), row.getField(i));
                out.println(json.writeValueAsString(cells));
            }
        }
        System.exit(0);
    }
}
