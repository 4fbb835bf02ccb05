using SessionExplorer.RootCause;

namespace SessionExplorer.Comparison;

/// <summary>The contribution of a dimension's value to the change of the bad rate.</summary>
/// <param name="Dimension">The index of the dimension.</param>
/// <param name="Value">The number of the value.</param>
/// <param name="Before">Its sessions in the earlier period.</param>
/// <param name="After">Its sessions in the later period.</param>
/// <param name="AllBefore">All sessions of the earlier period.</param>
/// <param name="AllAfter">All sessions of the later period.</param>
/// <remarks>The change of the bad rate is the sum over the values of a dimension of <see cref="RatePart"/> and
/// <see cref="MixPart"/>: with w for the share of a value and r for its bad rate, w1·r1 - w0·r0 is
/// (r1 - r0)·(w0 + w1)/2 and (w1 - w0)·(r0 + r1)/2. The changes of the shares add up to zero, so a constant may be subtracted
/// in the second term: the mean of both total rates. A higher share of a better-than-average value is then an improvement.
/// </remarks>
internal sealed record ValueChange(int Dimension, int Value, Counts Before, Counts After, Counts AllBefore, Counts AllAfter)
{
    /// <summary>The part that the change of the segment's rate causes.</summary>
    public double RatePart => (RateAfter - RateBefore) * (ShareBefore + ShareAfter) / 2;

    /// <summary>The part that the change of the segment's share causes.</summary>
    public double MixPart =>
        (ShareAfter - ShareBefore) * (((RateBefore + RateAfter) / 2) - ((AllBefore.Rate + AllAfter.Rate) / 2));

    public double Contribution => RatePart + MixPart;

    public Counts RestBefore => AllBefore - Before;

    public Counts RestAfter => AllAfter - After;

    /// <summary>The part of the change that would be missing if the segment had changed as the others did.</summary>
    public double RateEffect => (RateAfter - RateBefore - (RestAfter.Rate - RestBefore.Rate)) * (ShareBefore + ShareAfter) / 2;

    /// <summary>The part of the change that would be missing if the share of the segment had not changed.</summary>
    public double MixEffect =>
        (ShareAfter - ShareBefore) * (((RateBefore + RateAfter) / 2) - ((RestBefore.Rate + RestAfter.Rate) / 2));

    public double ShareBefore => (double)Before.Sessions / AllBefore.Sessions;

    public double ShareAfter => (double)After.Sessions / AllAfter.Sessions;

    // A value in only one period has no rate in the other, so its whole change is mix.
    private double RateBefore => Before.Sessions > 0 ? Before.Rate : After.Rate;

    private double RateAfter => After.Sessions > 0 ? After.Rate : Before.Rate;
}
