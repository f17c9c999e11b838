package tongcang.warehouse.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tongcang.warehouse.database.Column;
import tongcang.warehouse.database.Columns;
import tongcang.warehouse.database.Duck;

/** A release described as a Frictionless Data Package: {@code datapackage.json}. */
final class DataPackage {
    private static final Map<String, String> FORMATS =
            Map.of("parquet", "application/vnd.apache.parquet", "csv", "text/csv");

    private final Columns columns;

    DataPackage(Duck duck) {
        this.columns = new Columns(duck);
    }

    /** The package's properties, for a JSON writer; one resource per table, view and format. */
    Map<String, Object> describe(String release, List<Manifest.DataFile> files) {
        Map<String, List<Manifest.DataFile>> resources = files.stream()
                .filter(f -> FORMATS.containsKey(extension(f)))
                .collect(Collectors.groupingBy(
                        f -> f.table() + (extension(f).equals("csv") ? ".sdmx" : ""),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
        described.put("name", "tongcang");
        described.put("title", "Tongcang 统仓");
        described.put("version", release);
        List<Object> list = new ArrayList<>();
        resources.forEach((name, parts) -> list.add(resource(name, parts)));
        described.put("resources", list);
        return described;
    }

    private Map<String, Object> resource(String name, List<Manifest.DataFile> parts) {
        Manifest.DataFile first = parts.get(0);
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("name", name);
        List<String> paths = parts.stream().map(Manifest.DataFile::name).toList();
        resource.put("path", paths.size() == 1 ? paths.get(0) : paths);
        resource.put("format", extension(first));
        resource.put("mediatype", FORMATS.get(extension(first)));
        if (paths.size() == 1) {
            resource.put("bytes", first.bytes());
            resource.put("hash", "sha256:" + first.sha256());
        }
        if (extension(first).equals("parquet")) {
            resource.put("schema", Map.of("fields", fields(first.table())));
        }
        return resource;
    }

    private List<Map<String, String>> fields(String table) {
        List<Map<String, String>> fields = new ArrayList<>();
        for (Column column : columns.of(table)) {
            Map<String, String> field = new LinkedHashMap<>();
            field.put("name", column.name());
            field.put("type", type(column.type()));
            field.put("description", column.comment());
            fields.add(field);
        }
        return fields;
    }

    private static String type(String duckType) {
        return switch (duckType) {
            case "VARCHAR" -> "string";
            case "BIGINT", "INTEGER" -> "integer";
            case "BOOLEAN", "DATE" -> duckType.toLowerCase(Locale.ROOT);
            default -> "number";
        };
    }

    private static String extension(Manifest.DataFile file) {
        return file.name().substring(file.name().lastIndexOf('.') + 1);
    }
}
