package tongcang.warehouse.database;

/** A column of a table or view with its type, of which there are few: those that every tool reads as they are. */
public record Column(String relation, String name, String type, String comment) {
    /** What is summed up of it, in SQL. */
    public String number() {
        if (type.equals("VARCHAR")) {
            return "strlen(" + name + ")";
        } else if (type.equals("DATE")) {
            return "date_diff('day', DATE '1970-01-01', " + name + ")";
        } else if (type.equals("BOOLEAN")) {
            return name + "::INTEGER";
        } else if (type.startsWith("DECIMAL") || type.equals("INTEGER") || type.equals("BIGINT")) {
            return name;
        }
        throw new IllegalStateException(relation + "." + name + " is " + type + ": no type to release");
    }
}
