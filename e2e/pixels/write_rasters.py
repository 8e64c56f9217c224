"""Writes rasters of many kinds with GDAL, and beside each what GDAL itself reads from it.

Usage: python3 write_rasters.py FOLDER
For each NAME.tif: NAME.f64 holds all bands as little-endian doubles, band by band, row by row. index.json says the rest.
"""

import itertools
import json
import os
import sys

import numpy
from osgeo import gdal, osr

gdal.UseExceptions()
osr.UseExceptions()
folder = sys.argv[1]
index = {}

TYPES = {
    "uint8": (gdal.GDT_Byte, numpy.uint8),
    "int8": (gdal.GDT_Byte, numpy.uint8),
    "uint16": (gdal.GDT_UInt16, numpy.uint16),
    "int16": (gdal.GDT_Int16, numpy.int16),
    "uint32": (gdal.GDT_UInt32, numpy.uint32),
    "int32": (gdal.GDT_Int32, numpy.int32),
    "float16": (gdal.GDT_Float32, numpy.float32),
    "float32": (gdal.GDT_Float32, numpy.float32),
    "float64": (gdal.GDT_Float64, numpy.float64),
}


def pattern(kind, width, height, band):
    """Smooth and noisy parts over the whole range of the type."""
    y, x = numpy.mgrid[0:height, 0:width]
    mixed = (x * 73 + y * 151 + band * 977 + (x * y) % 7 * 4099) % 65536
    numpy_type = TYPES[kind][1]
    if kind == "float16":
        return (mixed / 64 - 300).astype(numpy.float16).astype(numpy.float32)
    if kind in ("float32", "float64"):
        return (mixed / 7 - 2000).astype(numpy_type)
    if kind in ("uint32", "int32"):
        return (mixed.astype(numpy.int64) * 65521 - (2**31 if kind == "int32" else 0)).astype(numpy_type)
    return (mixed - (32768 if kind == "int16" else 0)).astype(numpy_type)


def reference(epsg):
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(epsg)
    return crs


def write(name, kind="uint16", width=21, height=18, bands=2, options=(), epsg=32633, transform=None, then=None, fill=True):
    path = os.path.join(folder, name + ".tif")
    extra = ["PIXELTYPE=SIGNEDBYTE"] if kind == "int8" else ["NBITS=16"] if kind == "float16" else []
    raster = gdal.GetDriverByName("GTiff").Create(path, width, height, bands, TYPES[kind][0], list(options) + extra)
    raster.SetProjection(reference(epsg).ExportToWkt())
    raster.SetGeoTransform(transform or (399990, 10, 0, 5800020, 0, -10))
    if fill:
        for band in range(bands):
            raster.GetRasterBand(band + 1).WriteArray(pattern(kind, width, height, band))
    if then:
        then(raster)
    raster = None
    note(name, path, kind)
    return path


def note(name, path, kind):
    raster = gdal.Open(path)
    arrays = [raster.GetRasterBand(band + 1).ReadAsArray() for band in range(raster.RasterCount)]
    if kind == "int8":
        arrays = [array.view(numpy.int8) for array in arrays]
    write_doubles(name, arrays)
    crs = osr.SpatialReference(raster.GetProjection())
    crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    lnglat = reference(4326)
    lnglat.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    to_lnglat = osr.CoordinateTransformation(crs, lnglat)
    x0, w, _, y0, _, h = raster.GetGeoTransform()
    corners = [
        to_lnglat.TransformPoint(x0 + x * w, y0 + y * h)[:2]
        for x, y in [(0, 0), (raster.RasterXSize, 0), (raster.RasterXSize, raster.RasterYSize)]
    ]
    index[name] = {
        "width": raster.RasterXSize,
        "height": raster.RasterYSize,
        "bands": raster.RasterCount,
        "kind": kind,
        "corners": corners,
    }


def write_doubles(name, arrays):
    with open(os.path.join(folder, name + ".f64"), "wb") as out:
        for array in arrays:
            out.write(array.astype("<f8").tobytes())


LAYOUTS = {"tiles": ["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"], "strips": ["BLOCKYSIZE=7"]}
for kind, interleave, layout, codec, endianness in itertools.product(
    TYPES, ["BAND", "PIXEL"], LAYOUTS, ["NONE", "DEFLATE", "LZW", "ZSTD", "PACKBITS"], ["LITTLE", "BIG"]
):
    for predictor in [1] if codec in ("NONE", "PACKBITS") else [1, 3 if "float" in kind else 2]:
        if kind == "float16" and predictor == 3 and endianness == "BIG":
            continue  # libtiff 4.5 mixes up the bytes when it writes these.
        name = f"{kind}-{interleave.lower()}-{layout}-{codec.lower()}{predictor}-{endianness.lower()}"
        options = [f"INTERLEAVE={interleave}", f"COMPRESS={codec}", f"ENDIANNESS={endianness}", *LAYOUTS[layout]]
        write(name, kind, options=options + ([f"PREDICTOR={predictor}"] if predictor > 1 else []))

write("big-tiff", options=["BIGTIFF=YES", "COMPRESS=DEFLATE", *LAYOUTS["tiles"]])
write("big-tiff-big-endian", options=["BIGTIFF=YES", "ENDIANNESS=BIG", "COMPRESS=LZW"])
write("one-strip", "float32", 300, 700, 2, ["INTERLEAVE=BAND", "BLOCKYSIZE=700"])
write("one-strip-pixel", "uint16", 300, 700, 3, ["INTERLEAVE=PIXEL", "BLOCKYSIZE=700", "ENDIANNESS=BIG"])
write("many-bands", "uint16", 40, 30, 150, ["INTERLEAVE=PIXEL", "COMPRESS=ZSTD", "PREDICTOR=2"])

for epsg, transform in [
    (32601, (399990, 10, 0, 5800020, 0, -10)),
    (32660, (399990, 10, 0, 5800020, 0, -10)),
    (32733, (250000, 30, 0, 6200000, 0, -30)),
    (32701, (250000, 30, 0, 6200000, 0, -30)),
    (25832, (399990, 10, 0, 5800020, 0, -10)),
    (26918, (399990, 10, 0, 4500020, 0, -10)),
    (28356, (399990, 10, 0, 6200020, 0, -10)),
    (31983, (399990, 10, 0, 7400020, 0, -10)),
    (4326, (13, 0.0001, 0, 52.5, 0, -0.00012)),
    (4258, (13, 0.0001, 0, 52.5, 0, -0.00012)),
    (3857, (1447153, 10, 0, 6894701, 0, -10)),
]:
    write(f"epsg-{epsg}", epsg=epsg, transform=transform)
write("pixel-is-point", then=lambda raster: raster.SetMetadataItem("AREA_OR_POINT", "Point"))
write("refused-epsg-3035", epsg=3035, transform=(4550000, 10, 0, 3270000, 0, -10))
write("refused-rotated", transform=(399990, 10, 1, 5800020, 1, -10))
write("refused-south-up", transform=(399990, 10, 0, 5800020, 0, 10))
write("refused-jpeg", "uint8", 64, 64, 3, ["COMPRESS=JPEG"])
write("refused-lerc", "float32", options=["COMPRESS=LERC"])
write("refused-12-bit", "uint16", options=["NBITS=12"])


def levels_of(name, path):
    raster = gdal.Open(path)
    for level in range(raster.GetRasterBand(1).GetOverviewCount()):
        overviews = [raster.GetRasterBand(band + 1).GetOverview(level) for band in range(raster.RasterCount)]
        write_doubles(f"{name}.level{level + 1}", [overview.ReadAsArray() for overview in overviews])
        index[name].setdefault("overviews", []).append([overviews[0].XSize, overviews[0].YSize])


def with_overviews(name, **given):
    path = write(name, **given)
    raster = gdal.Open(path, gdal.GA_Update)
    raster.BuildOverviews("AVERAGE", [2, 4])
    raster = None
    levels_of(name, path)


with_overviews("overviews", width=150, height=131, options=["COMPRESS=DEFLATE", "INTERLEAVE=BAND", *LAYOUTS["tiles"]])
with_overviews("overviews-pixel", kind="float32", width=150, height=131, options=["COMPRESS=LZW", "INTERLEAVE=PIXEL"])

# No overviews: coarser levels take single pixels, those that GDAL's nearest neighbour takes.
path = write("no-overviews", "uint8", 2301, 1111, 1, ["COMPRESS=DEFLATE", "TILED=YES"])
index["no-overviews"]["overviews"] = [[1151, 556], [576, 278]]
for level, (width, height) in enumerate(index["no-overviews"]["overviews"]):
    small = gdal.Translate("", path, format="MEM", width=width, height=height, resampleAlg="nearest")
    write_doubles(f"no-overviews.level{level + 1}", [small.ReadAsArray()])


def hide(raster):
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
    raster.CreateMaskBand(gdal.GMF_PER_DATASET)
    y, x = numpy.mgrid[0 : raster.RasterYSize, 0 : raster.RasterXSize]
    shown = ((x + y) % 5 != 0).astype(numpy.uint8) * 255
    raster.GetRasterBand(1).GetMaskBand().WriteArray(shown)


for name, options in [("mask-tiles", ["COMPRESS=DEFLATE", *LAYOUTS["tiles"]]), ("mask-strips", ["INTERLEAVE=BAND"])]:
    path = write(name, width=45, height=33, options=options, then=hide)
    raster = gdal.Open(path)
    write_doubles(f"{name}.mask", [raster.GetRasterBand(1).GetMaskBand().ReadAsArray()])


def some(raster):
    raster.GetRasterBand(1).SetNoDataValue(7)
    raster.GetRasterBand(1).WriteArray(pattern("uint16", 16, 16, 0), 16, 0)


write("sparse", width=64, height=64, options=["SPARSE_OK=TRUE", "COMPRESS=DEFLATE", *LAYOUTS["tiles"]], then=some, fill=False)


def described(raster):
    for number in (1, 2):
        band = raster.GetRasterBand(number)
        band.SetScale(0.0001 * number)
        band.SetOffset(-0.1)
        band.SetDescription(["Blue", "Near infrared"][number - 1])
        band.SetMetadataItem("wavelength", ["0.49", "865"][number - 1])
        band.SetMetadataItem("fwhm", ["0.02", "20"][number - 1])
        band.SetNoDataValue(0)


write("described", then=described)

for interleave, kind in itertools.product(["BSQ", "BIL", "BIP"], ["uint8", "int16", "uint16", "int32", "float32", "float64"]):
    name = f"envi-{interleave.lower()}-{kind}"
    source = write(name, kind, 61, 40, 5)
    gdal.Translate(os.path.join(folder, name + ".dat"), source, format="ENVI", creationOptions=[f"INTERLEAVE={interleave}"])

# Statistics of a region by GDAL: what a cutline leaves, pixel centres inside.
to_lnglat = osr.CoordinateTransformation(reference(32633), reference(4326))
corners = [(20.3, 10.2), (100.7, 15.9), (95.1, 90.4), (40.6, 80.2), (20.3, 10.2)]
places = [to_lnglat.TransformPoint(399990 + x * 10, 5800020 - y * 10) for x, y in corners]
square = [[lng, lat] for lat, lng, _ in places]
path = write(
    "region", "int16", 120, 110, 3, ["INTERLEAVE=BAND", *LAYOUTS["tiles"]],
    then=lambda raster: raster.GetRasterBand(1).SetNoDataValue(-32768),
)
cutline = os.path.join(folder, "cutline.json")
with open(cutline, "w") as out:
    polygon = {"type": "Polygon", "coordinates": [square]}
    json.dump({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry": polygon}]}, out)
cut = gdal.Warp("", path, format="MEM", cutlineDSName=cutline, dstNodata=-32768, warpOptions=["CUTLINE_ALL_TOUCHED=FALSE"])
statistics = []
for band in range(3):
    values = cut.GetRasterBand(band + 1).ReadAsArray().astype(float)
    values = values[values != -32768]
    least, most, mean, std = cut.GetRasterBand(band + 1).ComputeStatistics(False)
    percentiles = [float(numpy.percentile(values, share)) for share in (2, 25, 50, 98)]
    statistics.append({"count": int(values.size), "min": least, "max": most, "mean": mean, "std": std, "percentiles": percentiles})
index["region"]["area"] = polygon

# And of a formula over two bands, where both have a value and the divisor is not 0.
first, second = (cut.GetRasterBand(band).ReadAsArray().astype(float) for band in (1, 2))
known = (first != -32768) & (second != -32768) & (first + second != 0)
ratio = (first[known] - second[known]) / (first[known] + second[known])
borders = [-0.5, 0, 0.25, 2]
index["region"]["ratio"] = {
    "count": int(ratio.size), "min": ratio.min(), "max": ratio.max(), "mean": ratio.mean(), "std": ratio.std(),
    "percentiles": [float(numpy.percentile(ratio, share)) for share in (5, 25, 50, 75, 95)],
    "borders": borders,
    "classes": [int(n) for n in numpy.bincount(numpy.digitize(ratio.astype(numpy.float32), borders), minlength=5)],
}
index["region"]["statistics"] = statistics

with open(os.path.join(folder, "index.json"), "w") as out:
    json.dump(index, out)
