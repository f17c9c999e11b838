package tongcang.workbook.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the merged area of a place by bands of rows. */
final class MergedAreas {
    private static final int BAND = 4;
    /** More than any sheet a person made; a file may name a million areas of a million rows each. */
    private static final long MOST = 1 << 22;

    private final List<List<Grid.Area>> bands = new ArrayList<>();

    MergedAreas(List<Grid.Area> areas, int rowCount) {
        long entries = 0;
        for (Grid.Area area : areas) {
            int last = Math.min(area.lastRow(), rowCount - 1) >> BAND;
            for (int band = area.firstRow() >> BAND; band <= last; band++) {
                if (++entries > MOST) {
                    throw new TooMuch();
                }
                band(band).add(area);
            }
        }
    }

    private List<Grid.Area> band(int band) {
        while (bands.size() <= band) {
            bands.add(new ArrayList<>(2));
        }
        return bands.get(band);
    }

    Optional<Grid.Area> at(int row, int column) {
        int band = row >> BAND;
        List<Grid.Area> areas = band >= 0 && band < bands.size() ? bands.get(band) : List.of();
        for (int i = 0; i < areas.size(); i++) {
            if (areas.get(i).contains(row, column)) {
                return Optional.of(areas.get(i));
            }
        }
        return Optional.empty();
    }
}
