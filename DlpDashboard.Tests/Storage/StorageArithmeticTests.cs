using DlpDashboard.Storage;
using DlpDashboard.Storage.History;
using DlpDashboard.Storage.Measuring;
using DlpDashboard.Storage.Prices;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Tests.Storage;

/// <summary>Forecasts and costs.</summary>
public sealed class StorageArithmeticTests
{
    private static readonly DateOnly Start = new(2026, 9, 1);

    [Fact]
    public void Six_days_give_no_forecast_and_seven_do()
    {
        Assert.Null(GrowthForecast.Of(Line(6, 100, 10)));
        Assert.NotNull(GrowthForecast.Of(Line(7, 100, 10)));
    }

    [Fact]
    public void A_straight_growth_goes_on_with_a_band_of_nothing()
    {
        var forecast = GrowthForecast.Of(Line(30, 1_000, 50))!;
        Assert.Equal(50, forecast.BytesPerDay, 6);
        Assert.Equal(GrowthForecast.Ahead, forecast.Points.Count);
        Assert.Equal(Start.AddDays(30), forecast.Points[0].Day);
        Assert.Equal(1_000 + (50 * 30), forecast.Points[0].Bytes, 3);
        Assert.Equal(forecast.Points[0].Bytes, forecast.Points[0].Low, 3);
    }

    [Fact]
    public void Days_that_swing_widen_the_band_and_the_farther_the_more()
    {
        var points = Line(40, 1_000, 0).Select((point, at) => point with { Bytes = point.Bytes + (at % 2 == 0 ? 100 : -100) }).ToList();
        var forecast = GrowthForecast.Of(points)!;
        var widths = forecast.Points.Select(point => point.High - point.Low).ToList();
        Assert.True(widths[0] > 380);
        Assert.Equal(widths.Order(), widths);
    }

    [Fact]
    public void Nothing_shrinks_below_zero() => Assert.All(GrowthForecast.Of(Line(10, 1_000, -100))!.Points, point => Assert.True(point.Bytes >= 0 && point.Low >= 0));

    [Fact]
    public void Only_the_last_ninety_days_count()
    {
        var old = Enumerable.Range(0, 100).Select(at => new StoragePoint(Start.AddDays(at - 200), 1, 1_000_000));
        Assert.Equal(5, GrowthForecast.Of([.. old, .. Line(90, 0, 5)])!.BytesPerDay, 6);
    }

    [Theory]
    [InlineData(5, 2.571)]
    [InlineData(10, 2.228)]
    [InlineData(30, 2.042)]
    [InlineData(88, 1.987)]
    public void The_quantile_is_that_of_the_tables(int free, double expected) => Assert.Equal(expected, GrowthForecast.StudentQuantile(free), 0.005);

    [Fact]
    public void A_cost_is_the_sum_over_storage_classes_at_the_regions_price()
    {
        var prices = Prices();
        var gb = 1L << 30;
        var cost = prices.Monthly("aws", "us-east-1", [new ShareCount("STANDARD", 1, 100 * gb), new ShareCount("GLACIER", 1, 1000 * gb)])!;
        Assert.Equal(("USD", (100 * 0.023m) + (1000 * 0.0036m)), (cost.Currency, cost.Amount));
        Assert.Equal(100 * 0.0245m, prices.Monthly("aws", "eu-central-1", [new ShareCount("standard", 1, 100 * gb)])!.Amount);
        Assert.Equal(100 * 0.026m, prices.Monthly("gcp", "US", [new ShareCount("STANDARD", 1, 100 * gb)])!.Amount);
        Assert.Equal(100 * 0.020m, prices.Monthly("gcp", "US-EAST1", [new ShareCount("STANDARD", 1, 100 * gb)])!.Amount);
    }

    [Fact]
    public void Where_a_class_has_no_price_nothing_is_said()
    {
        var prices = Prices();
        Assert.Null(prices.Monthly("aws", null, [new ShareCount("STANDARD", 1, 1), new ShareCount("OF_A_SERVER", 1, 1)]));
        Assert.Null(prices.Monthly("local", null, [new ShareCount("", 1, 1)]));
        Assert.NotNull(prices.Monthly("aws", null, [new ShareCount("STANDARD", 1, 1), new ShareCount("OF_A_SERVER", 1, 0)]));
    }

    [Fact]
    public void Prices_of_ones_own_replace_the_list_and_currencies_are_never_mixed()
    {
        var prices = Prices(
            new StoragePrice { Provider = "aws", StorageClass = "STANDARD", PerGbMonth = 1, Currency = "EUR" },
            new StoragePrice { Provider = "aws", StorageClass = "GLACIER", PerGbMonth = 1 });
        Assert.Equal("EUR", prices.Monthly("aws", null, [new ShareCount("STANDARD", 1, 1)])!.Currency);
        Assert.Null(prices.Monthly("aws", null, [new ShareCount("STANDARD", 1, 1), new ShareCount("GLACIER", 1, 1)]));
        Assert.Null(prices.Monthly("azure", null, [new ShareCount("Hot", 1, 1)]));
    }

    [Theory]
    [InlineData("Amazon S3 · AKIAEXAMPLE", true)]
    [InlineData("https://account.blob.core.windows.net", true)]
    [InlineData("http://127.0.0.1:9000", false)]
    [InlineData("/data/files", false)]
    public void Only_the_clouds_themselves_have_list_prices(string address, bool isCloud) => Assert.Equal(isCloud, CloudAddress.IsTheCloudItself(address));

    private static StoragePrices Prices(params StoragePrice[] own) => new(Options.Create(new StorageOptions { Prices = [.. own] }));

    private static List<StoragePoint> Line(int days, long from, long slope) => [.. Enumerable.Range(0, days).Select(at => new StoragePoint(Start.AddDays(at), at, from + (at * slope)))];
}
